package kz.ruralincome.domain.movement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Iin;

/**
 * Some of the people behind one cell, by IIN.
 *
 * @param next where the list goes on
 */
public record MemberPage(List<Member> items, Optional<String> next) {

    /**
     * One of them.
     *
     * @param number under which the facts know the person
     * @param id opens the person; empty: out of the caller's reach
     */
    public record Member(int number, Optional<UUID> id, Iin iin, String name) {}
}
