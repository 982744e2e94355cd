package kz.ruralincome.domain.intake;

/** The hold on what a node works on. */
interface Lease {

    /** Prolongs it and says how far the work is, in percent; false: it is lost. */
    boolean keep(int progress);

    /** Notes the server process that works for it, so that it can be ended when the lease is over. */
    void runsOn(int backend);

    /** Ends the statement that works for it. */
    void cancel();
}
