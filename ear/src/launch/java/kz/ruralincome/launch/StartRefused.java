package kz.ruralincome.launch;

/** The server cannot start; the message is the one line for the person who started it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String setting, String problemAndMend) {
        super(setting + ": " + oneLine(problemAndMend));
    }

    public StartRefused(String setting, String problemAndMend, Throwable cause) {
        super(setting + ": " + oneLine(problemAndMend), cause);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
