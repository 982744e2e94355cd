package kz.ruralincome.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A secret with which a machine signs in. A new one is given out while the old one still holds; that ends by itself when
 * the overlap is over, and either can be revoked at once. Kept is a hash: the secret itself is shown once.
 */
@Entity
@Table(name = "credential")
public class Credential {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    private Account account;

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private String secretHash;

    @Column(name = "created_at", insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "revoked_at")
    private OffsetDateTime revokedAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private OffsetDateTime lastUsedAt;

    protected Credential() {
        // for JPA
    }

    Credential(Account account, String secretHash, String createdBy) {
        this.account = account;
        this.secretHash = secretHash;
        this.createdBy = createdBy;
    }

    /** Holds no longer than until then; one that ends sooner stays as it is. */
    void endBy(OffsetDateTime moment) {
        if (revokedAt == null && (expiresAt == null || expiresAt.isAfter(moment))) {
            expiresAt = moment;
        }
    }

    /** Holds no longer, from now on. A second time changes nothing. */
    void revoke(String administrator, OffsetDateTime now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = administrator;
        }
    }

    boolean holdsAt(OffsetDateTime moment) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(moment));
    }

    Account account() {
        return account;
    }

    MachineSecret summary(OffsetDateTime now) {
        return new MachineSecret(
                id,
                holdsAt(now),
                createdAt,
                createdBy,
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(revokedAt),
                Optional.ofNullable(revokedBy),
                Optional.ofNullable(lastUsedAt));
    }
}
