package kz.ruralincome.domain.intake;

import java.util.List;

/** The file as a whole cannot be taken: the load fails with this one error of row 0. */
final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String column;
    private final transient List<String> args;

    private FileRefused(String code, String column, List<String> args, Throwable cause) {
        super(code, cause);
        this.code = code;
        this.column = column;
        this.args = args;
    }

    static FileRefused because(String code, String... args) {
        return new FileRefused(code, null, List.of(args), null);
    }

    static FileRefused because(Throwable cause, String code, String... args) {
        return new FileRefused(code, null, List.of(args), cause);
    }

    static FileRefused at(String column, String code, String... args) {
        return new FileRefused(code, column, List.of(args), null);
    }

    String code() {
        return code;
    }

    String column() {
        return column;
    }

    List<String> args() {
        return args;
    }
}
