package kz.ruralincome.domain.quality;

/** How a finding stands: it is opened and mended by the facts alone, and explained by people. */
public enum FindingState {
    OPEN,
    /** Somebody said why it is as it is; it stays so until its facts change. */
    EXPLAINED,
    /** Its facts hold no more; the same again later is a new finding, unless it was explained. */
    MENDED
}
