package org.ashlar.platform.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.EntityListeners;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

/**
 * What every model's row carries: id, version for the optimistic lock, company, and who created and last changed it.
 * The id comes from the installation-wide pooled sequence when the entity is persisted (or earlier through
 * {@link EntityLifecycle#nextId()}); the other columns are stamped by {@link EntityLifecycle}.
 * Columns: {@code id, version, company_id, created_at, created_by, changed_at, changed_by}. Not thread-safe.
 */
@MappedSuperclass
@EntityListeners(EntityLifecycle.class)
public abstract class BaseEntity {

    @Id
    @Column(name = "id")
    private Long id;

    @Version
    @Column(name = "version", nullable = false)
    private Integer version;

    @Column(name = "company_id", nullable = false, updatable = false)
    private Long companyId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private Long createdBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false)
    private Long changedBy;

    /** State at load time, for the audit; kept by {@link EntityLifecycle}. */
    transient Object[] loaded;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Integer getVersion() {
        return version;
    }

    public Long getCompanyId() {
        return companyId;
    }

    /** The owning company; 0 on models that are shared by all companies. Stamped from the caller if left empty. */
    public void setCompanyId(Long companyId) {
        this.companyId = companyId;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Long getCreatedBy() {
        return createdBy;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Long getChangedBy() {
        return changedBy;
    }

    void stampCreated(Instant at, long by, long company) {
        if (companyId == null) {
            companyId = company;
        }
        createdAt = at;
        createdBy = by;
        changedAt = at;
        changedBy = by;
    }

    void stampChanged(Instant at, long by) {
        changedAt = at;
        changedBy = by;
    }
}
