package kz.ruralincome.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An organisation that lends; its accounts see its loans, and no other's. */
@Entity
@Table(name = "lender")
public class Lender {

    /** What an organisation is that may lend in the pilot. */
    public enum Kind {
        /** The region's social-entrepreneurial corporation. */
        SPK,
        BANK,
        /** A microfinance organisation. */
        MFO,
        CREDIT_PARTNERSHIP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false, updatable = false)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Kind kind;

    @Column(name = "name_kk", nullable = false)
    private String nameInKazakh;

    @Column(name = "name_ru", nullable = false)
    private String nameInRussian;

    @Column(name = "name_en", nullable = false)
    private String nameInEnglish;

    protected Lender() {
        // for JPA
    }

    Lender(String code, Kind kind, String nameInKazakh, String nameInRussian, String nameInEnglish) {
        this.code = code;
        this.kind = kind;
        this.nameInKazakh = nameInKazakh;
        this.nameInRussian = nameInRussian;
        this.nameInEnglish = nameInEnglish;
    }

    String code() {
        return code;
    }

    LenderName summary() {
        return new LenderName(id, code, kind, nameInKazakh, nameInRussian, nameInEnglish);
    }

    Integer id() {
        return id;
    }
}
