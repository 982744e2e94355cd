package kz.ruralincome.system;

import java.util.List;

/** The views that no story looks at in every language: here they are seen in those that are left. */
final class ToldOnce {

    /** In which languages, and how it is come to. */
    private static final List<String> VIEWS = List.of(
            "en quality/findings",
            "en quality/finding",
            "kk,ru,en screening/list",
            "kk,en screening/form step=check",
            "kk,ru,en outcome/comparison-members");

    private ToldOnce() {}

    static void isInOrder(Walk walk, Visitor visitor, String language) {
        visitor.signIn("admin");
        for (String one : VIEWS) {
            String[] parts = one.split(" ");
            if (parts[0].contains(language)) {
                visitor.go(walk.to(parts[1] + "[.]xhtml.*" + (parts.length > 2 ? parts[2] : "")))
                        .looksAt(
                                String.join("-", parts)
                                        .replaceAll("^[a-z,]+-|step=", "")
                                        .replace('/', '-'),
                                true);
            }
        }
    }
}
