package kz.ruralincome.domain.setup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What the first start made of the empty database: begun once, completed once. */
@Entity
@Table(name = "installation")
public class Installation {

    /** What an empty database is filled with. */
    public enum Sample {
        REGION,
        ACCOUNTS,
        NONE
    }

    @Id
    @Column(name = "only_one")
    private Boolean onlyOne;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Sample sample;

    @Column(name = "business_date", updatable = false)
    private LocalDate businessDate;

    @Column(name = "completed_at")
    private OffsetDateTime completedAt;

    protected Installation() {
        // for JPA
    }

    Installation(Sample sample, LocalDate businessDate) {
        this.onlyOne = true;
        this.sample = sample;
        this.businessDate = businessDate;
    }

    void complete(OffsetDateTime at) {
        completedAt = at;
    }

    Sample sample() {
        return sample;
    }

    Optional<LocalDate> businessDate() {
        return Optional.ofNullable(businessDate);
    }

    boolean isComplete() {
        return completedAt != null;
    }
}
