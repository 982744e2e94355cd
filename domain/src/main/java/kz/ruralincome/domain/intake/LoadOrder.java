package kz.ruralincome.domain.intake;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One load as the engine needs to know it.
 *
 * @param account who loads
 * @param accountUnit the territory of that account, or null
 * @param confirmed whether somebody took responsibility for what was held
 * @param remembered the mappings of headings that hold for it
 * @param ofForm whether a page wrote the rows: it names people by the IIN of their record, whatever IIN they were brought by
 * @param businessDate the day on which it is asked who lives where
 */
public record LoadOrder(
        UUID id,
        ListFormat format,
        LoadOptions options,
        String account,
        Integer accountUnit,
        boolean confirmed,
        LocalDate businessDate,
        RememberedHeadings remembered,
        boolean ofForm) {

    /** One that was handed in. */
    static LoadOrder of(Load load, boolean confirmed, LocalDate businessDate, RememberedHeadings remembered) {
        return new LoadOrder(
                load.id(),
                ListCatalogue.named(load.list()),
                load.options(),
                load.account(),
                load.accountUnit().orElse(null),
                confirmed,
                businessDate,
                remembered,
                false);
    }

    /** One that is read by its own headings alone. */
    LoadOrder(
            UUID id,
            ListFormat format,
            LoadOptions options,
            String account,
            Integer accountUnit,
            boolean confirmed,
            LocalDate businessDate) {
        this(id, format, options, account, accountUnit, confirmed, businessDate, RememberedHeadings.NONE, false);
    }
}
