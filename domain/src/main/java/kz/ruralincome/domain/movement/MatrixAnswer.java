package kz.ruralincome.domain.movement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An answer about movement between two dates, with what it rests on.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param asKnownOn the moment as of which the facts were read: the same question with it has the same answer ever after
 * @param freshAsOf up to when the last finished run had read them; empty: none has finished
 * @param coversTo the earliest day up to which the lists behind it are complete; empty: one never was
 */
public record MatrixAnswer<T>(
        MatrixQuestion question,
        Optional<String> territory,
        OffsetDateTime asKnownOn,
        Optional<OffsetDateTime> freshAsOf,
        Optional<LocalDate> coversTo,
        T content) {}
