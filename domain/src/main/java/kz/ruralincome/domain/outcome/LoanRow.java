package kz.ruralincome.domain.outcome;

import java.util.Optional;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The figures of some loans.
 *
 * @param key of the group: the code of a lender, a KATO code, {@code outside} or {@code none}, a purpose, a quarter as
 *     {@code 2022-Q1}; empty for all
 * @param lender of a group by lender
 * @param unit of a group by territory, but for {@code outside} and {@code none}
 */
public record LoanRow(
        LoanGroup group,
        Optional<String> key,
        Optional<LenderName> lender,
        Optional<TerritoryUnit> unit,
        LoanFigures figures) {

    LoanRow with(LoanFigures seen) {
        return new LoanRow(group, key, lender, unit, seen);
    }
}
