package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.assistance.TestInput.Member;

/**
 * A household with its test.
 *
 * @param id stands in URLs
 * @param place the KATO unit where it lives on the business date
 * @param assigned what is assigned to it on the business date
 * @param basis a hash of all that a decision would rest on: a decision on another basis is refused
 * @param refusals all that officers have recorded and not taken back, newest first
 * @param decisions newest first
 */
public record HouseholdFile(
        int id,
        String number,
        Optional<Integer> place,
        List<Resident> residents,
        Optional<Assigned> assigned,
        TestInput input,
        TestResult result,
        Optional<WhatIf.Answer> whatIf,
        String basis,
        List<RecordedRefusal> refusals,
        List<DecisionSummary> decisions) {

    /**
     * A member of the day of application.
     *
     * @param id empty: they live out of the caller's reach by now, and are not named
     * @param name may be empty
     */
    public record Resident(Optional<UUID> id, String name, Member member) {}

    /**
     * The assistance of a day.
     *
     * @param kind as in the list of assistance
     * @param monthly tenge a month
     */
    public record Assigned(String kind, BigDecimal monthly, LocalDate from) {}

    /** A ground of refusal as it was recorded. */
    public record RecordedRefusal(
            long id, RefusalGround kind, LocalDate on, String document, OffsetDateTime at, String account) {}

    /**
     * A decision without what it rested on.
     *
     * @param superseded whether a later one on an application of the same quarter counts in its place
     */
    public record DecisionSummary(
            long id,
            LocalDate appliedOn,
            TestResult.Outcome recommended,
            Verdict decided,
            Optional<BigDecimal> monthly,
            String account,
            OffsetDateTime at,
            boolean superseded) {}
}
