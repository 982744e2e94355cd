package kz.ruralincome.domain.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assignment.AssignmentSql.Person;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.territory.TerritoryTree;

/** Whether an assignment can be given as it was asked for; every reason against it at once. */
final class OrderCheck {

    private static final int LONGEST_OFFICE = 200;

    private final TerritoryTree tree;
    private final LocalDate today;
    private final Access giver;
    private final List<FieldError> errors = new ArrayList<>();

    OrderCheck(TerritoryTree tree, LocalDate today, Access giver) {
        this.tree = tree;
        this.today = today;
        this.giver = giver;
    }

    /** The order as it is kept, with its territory. */
    AssignmentOrder checked(AssignmentOrder order, List<Person> people) {
        Optional<String> text = text(order.text());
        Optional<Integer> unit = unit(order.territory());
        Optional<String> office = order.office().map(String::strip).filter(name -> !name.isEmpty());
        Optional<String> owner = order.owner().filter(name -> !name.isEmpty());
        checkOwner(owner, office, unit, people);
        if (order.dueOn().isEmpty()) {
            refuse("dueOn", "assignment.dueOn.missing");
        } else if (order.dueOn().get().isBefore(today)) {
            refuse("dueOn", "assignment.dueOn.past");
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return new AssignmentOrder(
                text.orElseThrow(), owner, office, unit.map("%09d"::formatted), order.dueOn(), order.source());
    }

    private Optional<String> text(String text) {
        try {
            return Words.of("text", text, true);
        } catch (InvalidRequest wrong) {
            errors.addAll(wrong.errors());
            return Optional.empty();
        }
    }

    private Optional<Integer> unit(Optional<String> territory) {
        Optional<Integer> unit = territory
                .filter(code -> code.matches("[0-9]{9}"))
                .map(Integer::valueOf)
                .filter(code -> tree.unit(code).isPresent());
        if (unit.isEmpty()
                || giver.territory()
                        .filter(own -> !tree.liesIn(unit.get(), own))
                        .isPresent()) {
            refuse("territory", "assignment.territory");
            return Optional.empty();
        }
        return unit;
    }

    private void checkOwner(
            Optional<String> owner, Optional<String> office, Optional<Integer> unit, List<Person> people) {
        if (owner.isPresent() == office.isPresent()) {
            refuse("owner", "assignment.owner.one");
            return;
        }
        if (office.filter(name -> name.length() > LONGEST_OFFICE).isPresent()) {
            refuse("office", "assignment.long", LONGEST_OFFICE);
        }
        if (owner.isEmpty()) {
            return;
        }
        Optional<Person> person = people.stream()
                .filter(one -> one.name().equals(owner.get()) && !one.name().equals(giver.account()))
                .findFirst();
        if (person.isEmpty()) {
            refuse("owner", "assignment.owner.unknown");
        } else if (unit.isPresent()
                && person.get()
                        .unit()
                        .filter(own -> !tree.liesIn(unit.get(), own))
                        .isPresent()) {
            refuse("owner", "assignment.owner.elsewhere");
        }
    }

    private void refuse(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, List.of(arguments)));
    }
}
