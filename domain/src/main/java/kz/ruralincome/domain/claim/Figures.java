package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The program's own figures that statements are held against, as far as the reader may know them; empty: not known. */
public interface Figures {

    /**
     * The value of an indicator.
     *
     * @param indicator its code
     * @param territory as a statement names it; empty: it names none
     */
    Optional<BigDecimal> value(String indicator, LocalDate asOf, Optional<String> territory);

    /** What was planned of it for the year. */
    Optional<BigDecimal> plan(String indicator, LocalDate asOf, Optional<String> territory);
}
