package org.ashlar.platform.approvals.internal.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** What one approver has to decide. */
@Entity
@Table(name = "platform_approval_task")
@Model(value = "platform.approvalTask", label = "step", sort = "position")
public class TaskEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", nullable = false, updatable = false)
    private RequestEntity request;

    @Field(readonly = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Field(readonly = true)
    @Column(name = "step_code", nullable = false, length = 64)
    private String step;

    @Field(readonly = true)
    @Column(name = "round_no", nullable = false)
    private Integer round;

    @Field(readonly = true)
    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private TaskState state;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false, length = 16)
    private TaskOrigin origin;

    @Field(readonly = true)
    @Column(name = "decided_at")
    private Instant decidedAt;

    /** The approver, or his substitute. */
    @Field(readonly = true)
    @Ref("platform.user")
    @Column(name = "decided_by")
    private Long decidedBy;

    /** Hash of the one-time link's secret. */
    @Field(hidden = true)
    @Column(name = "link_hash", length = 64)
    private String link;

    @Field(hidden = true)
    @Column(name = "link_until")
    private Instant linkUntil;

    public RequestEntity getRequest() {
        return request;
    }

    public void setRequest(RequestEntity request) {
        this.request = request;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public Integer getRound() {
        return round;
    }

    public void setRound(Integer round) {
        this.round = round;
    }

    public Long getUser() {
        return user;
    }

    public void setUser(Long user) {
        this.user = user;
    }

    public TaskState getState() {
        return state;
    }

    public void setState(TaskState state) {
        this.state = state;
    }

    public TaskOrigin getOrigin() {
        return origin;
    }

    public void setOrigin(TaskOrigin origin) {
        this.origin = origin;
    }

    public Instant getDecidedAt() {
        return decidedAt;
    }

    public void setDecidedAt(Instant decidedAt) {
        this.decidedAt = decidedAt;
    }

    public Long getDecidedBy() {
        return decidedBy;
    }

    public void setDecidedBy(Long decidedBy) {
        this.decidedBy = decidedBy;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public Instant getLinkUntil() {
        return linkUntil;
    }

    public void setLinkUntil(Instant linkUntil) {
        this.linkUntil = linkUntil;
    }
}
