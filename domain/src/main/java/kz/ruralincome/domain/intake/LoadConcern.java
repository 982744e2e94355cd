package kz.ruralincome.domain.intake;

/** Why somebody is to look at a load. */
public enum LoadConcern {
    /** It waits until somebody takes responsibility for it. */
    HELD("load.state = 'HELD'"),
    /**
     * Rows were rejected, or the file was, and nobody has said that it need not be mended; and its account has sent no list of
     * that kind since of which all went in; forms are none. Nor was its file sent once more with its headings mapped, nor all
     * its rejected rows, mended.
     */
    WITH_ERRORS("""
            (load.state = 'FAILED' or load.state = 'DONE' and load.rejected > 0) and not load.dry_run
              and not exists (select from load_set_aside s where s.load_id = load.id)
              and not exists (
                  select from load n
                  where n.list = load.list and n.account = load.account and n.seq > load.seq and n.state = 'DONE'
                    and n.rejected = 0 and not n.dry_run and not n.of_form and n.mends is null)
              and not exists (
                  select from load m
                  where m.mends = load.id and m.state in ('RECEIVED', 'RUNNING', 'HELD', 'DONE') and not m.dry_run
                    and not exists (select from mended_row r where r.sent_in = m.id))
              and (load.rejected = 0 or load.rejected > (
                  select count(*) from mended_row r join load m on m.id = r.sent_in
                  where r.load_id = load.id and m.state in ('RECEIVED', 'RUNNING', 'HELD', 'DONE')))""");

    private final String condition;

    LoadConcern(String condition) {
        this.condition = condition;
    }

    /** Of a row of {@code load}. */
    String condition() {
        return condition;
    }
}
