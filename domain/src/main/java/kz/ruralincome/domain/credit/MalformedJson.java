package kz.ruralincome.domain.credit;

/** A text that is no JSON, or none that anybody would send in good faith: HTTP 400, or a line of a batch that is no good. */
public final class MalformedJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    MalformedJson(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** {@code json.malformed}, {@code json.encoding}, {@code json.too-deep} or {@code json.too-much}. */
    public String code() {
        return code;
    }
}
