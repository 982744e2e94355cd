package kz.ruralincome.web.ui.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;

/** The parts of the program, as they stand in the menu; each with its pages, the first of which it opens with. */
enum Section {
    OUTCOMES(
            "layout.outcomes",
            page("/outcome/outcomes.xhtml", "layout.figures", Access::seesFigures),
            page("/outcome/movement.xhtml", "outcomeview.movement", Access::seesFigures),
            page("/outcome/trends.xhtml", "trend.menu", Access::seesFigures),
            page("/outcome/snapshots.xhtml", "snapshot.menu", Access::seesFigures),
            page("/outcome/plan.xhtml", "outcomeview.plan", Access::seesFigures),
            page("/outcome/comparison.xhtml", "outcomeview.comparison", Access::seesFigures),
            page("/outcome/registrations.xhtml", "outcomeview.registrations", Access::seesFigures),
            page("/outcome/loans.xhtml", "loanoutcome.menu", Access::seesFigures),
            page("/claim/claims.xhtml", "layout.claims", Access::seesFigures),
            page("/outcome/collegium.xhtml", "report.menu", Access::seesFigures),
            page("/assignment/assignments.xhtml", "assignment.menu", Access::seesFigures)),
    PEOPLE(
            "layout.people",
            page("/participant/search.xhtml", "layout.participants", Access::seesPersons),
            page("/screening/list.xhtml", "screening.menu", Access::writesOfPersons),
            page("/enrolment/waiting.xhtml", "enrolment.menu", Access::writesOfPersons),
            page("/quality/findings.xhtml", "quality.menu", Access::writesOfPersons),
            page("/correction/list.xhtml", "correction.menu", Access::writesOfPersons),
            page("/assistance/review.xhtml", "assistance.review", Access::seesPersons)),
    LOANS(
            "layout.loans",
            page("/credit/loans.xhtml", "layout.loans", Access::seesPersons),
            page("/credit/warnings.xhtml", "credit.warnings", Access::seesPersons),
            page("/credit/lenders.xhtml", "credit.lenders", Access::seesPersons)),
    LISTS(
            "layout.lists",
            page("/intake/lists.xhtml", "layout.lists", Access::seesLoads),
            page("/intake/mappings.xhtml", "mapping.menu", Access::writesOfPersons)),
    ADMINISTRATION(
            "layout.administration",
            page("/jobrun/jobs.xhtml", "layout.jobs", Access::seesJobs),
            page("/account/users.xhtml", "account.users", Access::administers),
            page("/account/sessions.xhtml", "account.sessions", Access::administers),
            page("/account/machines.xhtml", "layout.machines", Access::administers),
            page("/parameter/parameters.xhtml", "parameter.menu", Access::administers),
            page("/trail/trail.xhtml", "trail.menu", Access::administers));

    /** What everybody does for oneself lies beside views of the administration, and belongs to no section. */
    private static final Set<String> OWN = Set.of("/account/password.xhtml", "/account/sign-in.xhtml");

    private final String label;
    private final List<Place> places;

    Section(String label, Place... places) {
        this.label = label;
        this.places = List.of(places);
    }

    private static Place page(String path, String label, Predicate<Access> right) {
        return new Place(path, label, right);
    }

    /** The pages of it that the caller may open. */
    List<Place> placesFor(Access caller) {
        return places.stream().filter(place -> place.right().test(caller)).toList();
    }

    /** The key of its name: a section of one page is called by that page. */
    String labelFor(Access caller) {
        List<Place> open = placesFor(caller);
        return open.size() == 1 ? open.get(0).label() : label;
    }

    /** Whether the view belongs to it: one of its pages, or one of their folders that has no place of its own. */
    boolean holds(String view) {
        return places.stream().anyMatch(place -> place.path().equals(view))
                || !OWN.contains(view)
                        && everywhere().noneMatch(place -> place.path().equals(view))
                        && places.stream()
                                .anyMatch(place -> folder(place.path()).equals(folder(view)));
    }

    private static Stream<Place> everywhere() {
        return Arrays.stream(values()).flatMap(section -> section.places.stream());
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /**
     * A page that the menu leads to.
     *
     * @param path its address inside the program
     * @param label the key of its name
     * @param right who may open it
     */
    record Place(String path, String label, Predicate<Access> right) {}
}
