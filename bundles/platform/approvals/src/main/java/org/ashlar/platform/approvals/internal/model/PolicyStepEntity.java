package org.ashlar.platform.approvals.internal.model;

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

/** One step of a policy. */
@Entity
@Table(name = "platform_approval_policy_step")
@Model(value = "platform.approvalPolicyStep", label = "title", sort = "position")
public class PolicyStepEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "policy_id", nullable = false, updatable = false)
    private PolicyEntity policy;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    /** Name by which a rejection sends back to it. */
    @Field(defaulted = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "approver_kind", nullable = false, length = 16)
    private ApproverKind approverKind;

    /** Login, role, group, levels up or field, by kind. */
    @Column(name = "approver", length = 255)
    private String approver;

    @Enumerated(EnumType.STRING)
    @Column(name = "step_mode", nullable = false, length = 16)
    private StepMode mode = StepMode.ANY;

    @Column(name = "needed")
    private Integer needed;

    /** RSQL; the step is skipped unless the record matches. */
    @Column(name = "condition_text", length = 4000)
    private String condition;

    @Column(name = "timeout_hours")
    private Integer timeoutHours;

    @Enumerated(EnumType.STRING)
    @Column(name = "escalate_kind", length = 16)
    private ApproverKind escalateKind;

    @Column(name = "escalate_to", length = 255)
    private String escalateTo;

    public PolicyEntity getPolicy() {
        return policy;
    }

    public void setPolicy(PolicyEntity policy) {
        this.policy = policy;
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

    public String getCondition() {
        return condition;
    }

    public void setCondition(String condition) {
        this.condition = condition;
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
}
