package org.ashlar.finance.internal.model;

import java.time.Instant;
import java.time.LocalDate;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

import org.ashlar.finance.internal.service.LockReason;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.State;

/** An accounting period with its lock. Rows follow the fiscal calendar of masters. */
@Entity
@Table(name = "finance_period")
@Model(value = "finance.period", collection = "periods", label = "name", search = "name", sort = "-start", naturalKey = "name",
        creatable = false, updatable = false, deletable = false)
@Action(value = "lock", from = {"OPEN", "SOFT_LOCKED"}, body = LockReason.class)
@Action(value = "softLock", from = {"OPEN"}, body = LockReason.class)
@Action(value = "unlock", from = {"LOCKED", "SOFT_LOCKED"}, body = LockReason.class)
public class PeriodEntity extends BaseEntity {

    @Column(name = "name", nullable = false, length = 64)
    private String name;

    @Column(name = "start_date", nullable = false)
    private LocalDate start;

    @Column(name = "end_date", nullable = false)
    private LocalDate end;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private PeriodState state = PeriodState.OPEN;

    @Field(readonly = true)
    @Column(name = "locked_at")
    private Instant lockedAt;

    /** Why it was locked or opened again. */
    @Field(readonly = true)
    @Column(name = "reason", length = 1000)
    private String reason;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocalDate getStart() {
        return start;
    }

    public void setStart(LocalDate start) {
        this.start = start;
    }

    public LocalDate getEnd() {
        return end;
    }

    public void setEnd(LocalDate end) {
        this.end = end;
    }

    public PeriodState getState() {
        return state;
    }

    public void setState(PeriodState state) {
        this.state = state;
    }

    public Instant getLockedAt() {
        return lockedAt;
    }

    public void setLockedAt(Instant lockedAt) {
        this.lockedAt = lockedAt;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
