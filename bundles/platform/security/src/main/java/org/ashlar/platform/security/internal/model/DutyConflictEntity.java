package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** Two permissions that one person should not hold in one company. */
@Entity
@Table(name = "platform_duty_conflict")
@Model(value = "platform.dutyConflict", collection = "duty-conflicts", label = "title", search = {"code", "title"},
        sort = "code", naturalKey = "code", companyScoped = false, portable = true)
public class DutyConflictEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    /** A permission, with stars as in grants. */
    @Column(name = "first_permission", nullable = false, length = 255)
    private String first;

    @Column(name = "second_permission", nullable = false, length = 255)
    private String second;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getFirst() {
        return first;
    }

    public String getSecond() {
        return second;
    }
}
