package org.ashlar.platform.collaboration.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A type of activity: call, meeting, mail, to-do, review, and what a company adds. */
@Entity
@Table(name = "platform_activity_type")
@Model(value = "platform.activityType", collection = "activity-types", label = "name", search = {"code", "name"}, sort = "code",
        naturalKey = "code", portable = true)
public class ActivityTypeEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 32)
    private String code;

    @Column(name = "name", nullable = false, length = 100)
    private String name;

    @Column(name = "icon", length = 32)
    private String icon;

    /** Days until the deadline that is offered. */
    @Column(name = "days")
    private Integer days;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setIcon(String icon) {
        this.icon = icon;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }
}
