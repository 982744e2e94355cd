package kz.ruralincome.domain.account;

/** A lender as people know it. */
public record LenderName(int id, String code, Lender.Kind kind, String kazakh, String russian, String english) {}
