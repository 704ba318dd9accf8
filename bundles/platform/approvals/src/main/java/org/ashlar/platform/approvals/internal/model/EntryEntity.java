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

/** What happened to a request; only added to. */
@Entity
@Table(name = "platform_approval_entry")
@Model(value = "platform.approvalEntry", label = "kind", sort = "position")
public class EntryEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", nullable = false, updatable = false)
    private RequestEntity request;

    @Field(readonly = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Field(readonly = true)
    @Column(name = "at_time", nullable = false)
    private Instant at;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private EntryKind kind;

    /** Empty: the suite itself. */
    @Field(readonly = true)
    @Ref("platform.user")
    @Column(name = "actor_id")
    private Long actor;

    @Field(readonly = true)
    @Ref("platform.user")
    @Column(name = "behalf_id")
    private Long onBehalfOf;

    @Field(readonly = true)
    @Ref("platform.user")
    @Column(name = "target_id")
    private Long target;

    @Field(readonly = true)
    @Column(name = "step_code", length = 64)
    private String step;

    @Field(readonly = true)
    @Column(name = "channel", length = 16)
    private String channel;

    @Field(readonly = true)
    @Column(name = "comment_text", length = 1000)
    private String comment;

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

    public Instant getAt() {
        return at;
    }

    public void setAt(Instant at) {
        this.at = at;
    }

    public EntryKind getKind() {
        return kind;
    }

    public void setKind(EntryKind kind) {
        this.kind = kind;
    }

    public Long getActor() {
        return actor;
    }

    public void setActor(Long actor) {
        this.actor = actor;
    }

    public Long getOnBehalfOf() {
        return onBehalfOf;
    }

    public void setOnBehalfOf(Long onBehalfOf) {
        this.onBehalfOf = onBehalfOf;
    }

    public Long getTarget() {
        return target;
    }

    public void setTarget(Long target) {
        this.target = target;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
