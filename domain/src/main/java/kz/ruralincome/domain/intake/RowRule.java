package kz.ruralincome.domain.intake;

/** What a list demands of a row beyond the form of its cells. */
@FunctionalInterface
interface RowRule {

    /** The values read so far, by heading; null where a cell was empty or refused. */
    interface Row {
        String value(String heading);

        /** Whether a column was refused already, so that nothing more is to be said of it. */
        default boolean lacks(String heading) {
            return value(heading) == null;
        }
    }

    void check(Row row, RowNotes notes);

    /** A registration that ended says why. */
    static void closingNeedsAReason(Row row, RowNotes notes) {
        if ("DEREGISTERED".equals(row.value("status")) && row.lacks("reason")) {
            notes.at("reason", null);
            notes.error("reason.missing");
        }
    }

    static void unitIsNotItsOwnParent(Row row, RowNotes notes) {
        String parent = row.value("parent");
        if (parent != null && parent.equals(row.value("kato"))) {
            notes.at("parent", parent);
            notes.error("parent.cycle");
        }
    }

    /** Since 2013 the digits need not agree with birth date and sex: a hint at a slip, no more. */
    static void iinAgreesWithThePerson(Row row, RowNotes notes) {
        String iin = row.value("iin");
        if (iin == null) {
            return;
        }
        char century = iin.charAt(6);
        String birth = row.value("birth_date");
        if (birth != null && century >= '1' && century <= '6') {
            String listed = birth.substring(2, 4) + birth.substring(5, 7) + birth.substring(8, 10);
            String first = century <= '2' ? "18" : century <= '4' ? "19" : "20";
            if (!iin.startsWith(listed) || !birth.startsWith(first)) {
                notes.at("iin", iin);
                notes.warning("iin.birth-date");
            }
        }
        String sex = row.value("sex");
        if (sex != null && century >= '1' && century <= '6' && (century % 2 == 1) != sex.equals("M")) {
            notes.at("iin", iin);
            notes.warning("iin.sex");
        }
    }
}
