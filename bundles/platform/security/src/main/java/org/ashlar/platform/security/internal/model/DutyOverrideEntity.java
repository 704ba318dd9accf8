package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Somebody was given two duties that conflict, although he was warned: by whom and when is in createdBy and createdAt. */
@Entity
@Table(name = "platform_duty_override")
@Model(value = "platform.dutyOverride", collection = "duty-overrides", label = "conflict", sort = "-id",
        companyScoped = false, creatable = false, updatable = false, deletable = false)
public class DutyOverrideEntity extends BaseEntity {
    @Field(readonly = true)
    @Column(name = "conflict", nullable = false, length = 64)
    private String conflict;

    @Ref("platform.user")
    @Field(readonly = true)
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Ref("platform.company")
    @Field(readonly = true)
    @Column(name = "company")
    private Long company;

    /** Roles that the user has now, separated by blanks. */
    @Field(readonly = true)
    @Column(name = "roles", nullable = false, length = 4000)
    private String roles;

    /** For JPA. */
    protected DutyOverrideEntity() {
    }

    /** A conflict that was made; {@code company} {@code null}: in all companies. */
    public DutyOverrideEntity(String conflict, long user, Long company, String roles) {
        this.conflict = conflict;
        this.user = user;
        this.company = company;
        this.roles = roles;
    }
}
