package kz.ruralincome.web.language;

import java.util.List;

/** Tax regimes that have a name here; the list takes any other word as it was sent, and it is shown so. */
public final class TaxRegimeText {

    public static final List<String> NAMED = List.of(
            "PATENT", "MOBILE_APP", "SIMPLIFIED", "RETAIL_TAX", "SINGLE_LAND_TAX", "FIXED_DEDUCTION", "PEASANT_FARM");

    private TaxRegimeText() {}

    public static String of(String regime, CurrentLanguage language) {
        return NAMED.contains(regime) ? language.say("correction.tax-regime." + regime) : regime;
    }
}
