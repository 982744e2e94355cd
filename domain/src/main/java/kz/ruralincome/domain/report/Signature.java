package kz.ruralincome.domain.report;

import java.util.List;
import java.util.Map;

/**
 * With what somebody approves a report.
 *
 * @param remark what they say; may be blank
 * @param sentences the numbers of the sentences that they have seen, in their order
 * @param reasons why a sentence may stand that does not agree with the register, by its number
 */
public record Signature(String remark, List<Integer> sentences, Map<Integer, String> reasons) {

    public Signature {
        sentences = List.copyOf(sentences);
        reasons = Map.copyOf(reasons);
    }
}
