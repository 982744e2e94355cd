package kz.ruralincome.domain.account;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The account of a person, as administrators see it.
 *
 * @param territory the KATO unit that it is bound to; empty: the whole register
 * @param opensPersons akimat staff who were granted to open persons, and why
 * @param active whether anybody can sign in to it
 * @param temporaryPassword whether the password must be changed at the next sign-in
 * @param lastUsedAt when a page was last opened, to a minute
 * @param openSessions how many sessions hold now
 * @param heldUntil when the longest of its holds for wrong passwords ends; a moment of the past while they are remembered
 */
public record User(
        String name,
        Role role,
        Optional<Integer> territory,
        boolean opensPersons,
        Optional<String> grantReason,
        boolean active,
        boolean temporaryPassword,
        OffsetDateTime createdAt,
        Optional<OffsetDateTime> lastUsedAt,
        int openSessions,
        Optional<OffsetDateTime> heldUntil) {}
