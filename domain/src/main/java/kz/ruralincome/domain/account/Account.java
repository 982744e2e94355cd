package kz.ruralincome.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** Somebody, or a machine, who signs in. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false, updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Role role;

    @Column(name = "unit_id")
    private Integer territory;

    @Column(name = "lender_id")
    private Integer lender;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "opens_persons", nullable = false)
    private boolean opensPersons;

    @Column(nullable = false)
    private boolean active;

    protected Account() {
        // for JPA
    }

    /** @param passwordHash of a person; null: a machine, which has {@link Credential}s */
    Account(String name, Role role, Integer territory, String passwordHash) {
        this.name = name;
        this.role = role;
        this.territory = territory;
        this.passwordHash = passwordHash;
        this.active = true;
    }

    /** An account of a lender; a machine. */
    static Account of(Lender lender, String name) {
        var account = new Account(name, Role.LENDER, null, null);
        account.lender = lender.id();
        return account;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    boolean isActive() {
        return active;
    }

    Optional<Integer> lender() {
        return Optional.ofNullable(lender);
    }

    /** Nobody can sign in to it while it is not. */
    void activate(boolean isActive) {
        active = isActive;
    }
}
