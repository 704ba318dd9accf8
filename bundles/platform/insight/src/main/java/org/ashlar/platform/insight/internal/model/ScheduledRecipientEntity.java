package org.ashlar.platform.insight.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** One who gets it. */
@Entity
@Table(name = "platform_scheduled_recipient")
@Model(value = "platform.scheduledReportRecipient", label = "user")
public class ScheduledRecipientEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "scheduled_id", nullable = false)
    private ScheduledReportEntity scheduled;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    public void setScheduled(ScheduledReportEntity scheduled) {
        this.scheduled = scheduled;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public Long getUser() {
        return user;
    }
}
