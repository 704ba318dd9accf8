package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** How people sign in to this installation: one record, {@code default}, made by the migration. Figures of 0 mean: no limit. */
@Entity
@Table(name = "platform_sign_in_policy")
@Model(value = "platform.signInPolicy", collection = "sign-in-policies", label = "code", sort = "code", naturalKey = "code",
        companyScoped = false, creatable = false, deletable = false, portable = true)
public class SignInPolicyEntity extends BaseEntity {
    @Field(readonly = true)
    @Column(name = "code", nullable = false, length = 16)
    private String code;

    /** Characters. */
    @Column(name = "min_length", nullable = false)
    private Integer minLength;

    @Column(name = "refuse_common", nullable = false)
    private boolean refuseCommon;

    /** How many former passwords may not come back. */
    @Column(name = "former", nullable = false)
    private Integer history;

    @Column(name = "max_age_days", nullable = false)
    private Integer maxAgeDays;

    /** Failures in a row. */
    @Column(name = "lock_after", nullable = false)
    private Integer lockAfter;

    /** The first lock; each further one lasts twice as long. */
    @Column(name = "lock_minutes", nullable = false)
    private Integer lockMinutes;

    @Column(name = "idle_minutes", nullable = false)
    private Integer idleMinutes;

    @Column(name = "session_hours", nullable = false)
    private Integer sessionHours;

    /** Requests a minute. */
    @Column(name = "session_pace", nullable = false)
    private Integer sessionPace;

    /** Requests a minute. */
    @Column(name = "token_pace", nullable = false)
    private Integer tokenPace;

    /** Requests a minute. */
    @Column(name = "address_pace", nullable = false)
    private Integer addressPace;

    @Column(name = "token_max_days", nullable = false)
    private Integer tokenMaxDays;

    public Integer getMinLength() {
        return minLength;
    }

    public Integer getHistory() {
        return history;
    }

    public Integer getMaxAgeDays() {
        return maxAgeDays;
    }

    public Integer getLockAfter() {
        return lockAfter;
    }

    public Integer getLockMinutes() {
        return lockMinutes;
    }

    public Integer getIdleMinutes() {
        return idleMinutes;
    }

    public Integer getSessionHours() {
        return sessionHours;
    }

    public Integer getSessionPace() {
        return sessionPace;
    }

    public Integer getTokenPace() {
        return tokenPace;
    }

    public Integer getAddressPace() {
        return addressPace;
    }

    public Integer getTokenMaxDays() {
        return tokenMaxDays;
    }
}
