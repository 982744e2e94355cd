package kz.ruralincome.domain.account;

import java.util.Optional;
import kz.ruralincome.domain.shared.AccessRefused;

/**
 * What the caller may do; see the table of roles in the README.
 *
 * @param account the name of the account
 * @param territory the KATO unit that it is bound to; empty: the whole register
 * @param opensPersons akimat staff who were granted to open persons
 */
public record Access(String account, Role role, Optional<Integer> territory, boolean opensPersons) {

    /** The program itself: jobs, the first start. */
    public static Access ofTheProgram(String name) {
        return new Access(name, Role.ADMIN, Optional.empty(), false);
    }

    public boolean seesFigures() {
        return role.seesFigures();
    }

    public boolean seesPersons() {
        return role.seesPersons() || role == Role.AKIMAT && opensPersons;
    }

    /** Coordinators and administrators: screens households, enrols people, records their consents, decides on assistance. */
    public boolean writesOfPersons() {
        return role.seesPersons();
    }

    public boolean sendsLists() {
        return role.sendsLists();
    }

    /** All loads of its territory; {@code REGISTRY} sees its own alone. */
    public boolean seesLoads() {
        return sendsLists() || role == Role.AKIMAT;
    }

    public boolean seesJobs() {
        return role.seesFigures();
    }

    public boolean startsJobs() {
        return role == Role.ADMIN;
    }

    public boolean usesPages() {
        return role.usesPages();
    }

    /** Akimat staff and administrators, within their territory. */
    public boolean givesAssignments() {
        return role == Role.AKIMAT || role == Role.ADMIN;
    }

    public boolean administers() {
        return role == Role.ADMIN;
    }

    /** Goes on only if the right is there. */
    public static void demand(boolean right) {
        if (!right) {
            throw new AccessRefused("access.role");
        }
    }
}
