package kz.ruralincome.system;

import java.util.List;

/** The views that stories see, each in the language of who tells it: here they are seen in the others. */
final class ToldOnce {

    /** In which languages, and how it is come to. */
    private static final List<String> VIEWS = List.of(
            "en quality/findings",
            "en quality/finding",
            "kk,ru,en screening/list",
            "ru,en screening/form step=place",
            "ru,en screening/form step=members",
            "kk,en screening/form step=work",
            "kk,en screening/form step=land",
            "kk,en screening/form step=wishes",
            "kk,en screening/form step=check",
            "kk,en screening/view",
            "kk,en enrolment/waiting",
            "kk,en enrolment/person",
            "kk,en participant/history",
            "ru,en participant/merge",
            "kk,en correction/list",
            "ru,en correction/fact",
            "kk,en correction/view",
            "ru,en intake/mappings",
            "ru,en assignment/assignments",
            "kk,en assignment/assignment",
            "kk,en assignment/new",
            "ru,en outcome/reports",
            "ru,en outcome/report",
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
