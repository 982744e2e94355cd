package kz.ruralincome.domain.assistance;

import java.util.Optional;

/**
 * A decision as it was made.
 *
 * @param household the number of the household in URLs
 * @param number the number of the household in lists
 * @param contract number and day of the social contract; only with conditional assistance
 * @param rules the version of the definitions by which it was tested
 */
public record Decision(
        HouseholdFile.DecisionSummary summary,
        int household,
        String number,
        Optional<String> contract,
        String reason,
        String rules,
        TestInput input,
        TestResult result) {}
