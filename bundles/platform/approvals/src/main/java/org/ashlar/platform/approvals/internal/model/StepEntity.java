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

/** One step of a request, copied from the policy at submission or added by an approver. */
@Entity
@Table(name = "platform_approval_step")
@Model(value = "platform.approvalStep", label = "title", sort = "position")
public class StepEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", nullable = false, updatable = false)
    private RequestEntity request;

    @Field(readonly = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Field(readonly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Field(readonly = true)
    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "approver_kind", length = 16)
    private ApproverKind approverKind;

    @Field(readonly = true)
    @Column(name = "approver", length = 255)
    private String approver;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "step_mode", nullable = false, length = 16)
    private StepMode mode;

    @Field(readonly = true)
    @Column(name = "needed")
    private Integer needed;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private StepState state;

    /** Grows each time a rejection sends back to it. */
    @Field(readonly = true)
    @Column(name = "round_no", nullable = false)
    private Integer round;

    @Field(readonly = true)
    @Column(name = "timeout_hours")
    private Integer timeoutHours;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "escalate_kind", length = 16)
    private ApproverKind escalateKind;

    @Field(readonly = true)
    @Column(name = "escalate_to", length = 255)
    private String escalateTo;

    @Field(readonly = true)
    @Column(name = "due_at")
    private Instant dueAt;

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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public ApproverKind getApproverKind() {
        return approverKind;
    }

    public void setApproverKind(ApproverKind approverKind) {
        this.approverKind = approverKind;
    }

    public String getApprover() {
        return approver;
    }

    public void setApprover(String approver) {
        this.approver = approver;
    }

    public StepMode getMode() {
        return mode;
    }

    public void setMode(StepMode mode) {
        this.mode = mode;
    }

    public Integer getNeeded() {
        return needed;
    }

    public void setNeeded(Integer needed) {
        this.needed = needed;
    }

    public StepState getState() {
        return state;
    }

    public void setState(StepState state) {
        this.state = state;
    }

    public Integer getRound() {
        return round;
    }

    public void setRound(Integer round) {
        this.round = round;
    }

    public Integer getTimeoutHours() {
        return timeoutHours;
    }

    public void setTimeoutHours(Integer timeoutHours) {
        this.timeoutHours = timeoutHours;
    }

    public ApproverKind getEscalateKind() {
        return escalateKind;
    }

    public void setEscalateKind(ApproverKind escalateKind) {
        this.escalateKind = escalateKind;
    }

    public String getEscalateTo() {
        return escalateTo;
    }

    public void setEscalateTo(String escalateTo) {
        this.escalateTo = escalateTo;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public void setDueAt(Instant dueAt) {
        this.dueAt = dueAt;
    }
}
