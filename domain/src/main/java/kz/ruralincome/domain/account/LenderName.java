package kz.ruralincome.domain.account;

/** A lender as people know it. */
public record LenderName(int id, String code, Lender.Kind kind, String kazakh, String russian, String english) {

    /**
     * What people call the lender.
     *
     * @param language {@code kk}, {@code ru} or {@code en}
     */
    public String name(String language) {
        return switch (language) {
            case "kk" -> kazakh;
            case "ru" -> russian;
            default -> english;
        };
    }
}
