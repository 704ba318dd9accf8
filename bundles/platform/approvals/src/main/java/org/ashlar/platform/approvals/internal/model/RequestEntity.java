package org.ashlar.platform.approvals.internal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** One request for approval. Changed by the approval service only. */
@Entity
@Table(name = "platform_approval_request")
@Model(value = "platform.approvalRequest", collection = "approval-requests", label = "title", search = "title", sort = "-submittedAt",
        creatable = false, updatable = false, deletable = false)
public class RequestEntity extends BaseEntity {

    @Field(readonly = true)
    @Ref("platform.approvalPolicy")
    @Column(name = "policy_id", nullable = false)
    private Long policy;

    @Field(readonly = true)
    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Field(readonly = true)
    @Column(name = "model_id", nullable = false, length = 128)
    private String model;

    /** Id of the record. */
    @Field(readonly = true)
    @Column(name = "record_id", nullable = false)
    private Long record;

    /** Carried out when the last step has approved. */
    @Field(readonly = true)
    @Column(name = "action_name", length = 64)
    private String action;

    /** Body of the action as JSON. */
    @Field(hidden = true)
    @Column(name = "body", length = 8000)
    private String body;

    @Enumerated(EnumType.STRING)
    @State
    @Column(name = "state", nullable = false, length = 16)
    private RequestState state = RequestState.PENDING;

    @Field(readonly = true)
    @Ref("platform.user")
    @Column(name = "requester_id", nullable = false)
    private Long requester;

    @Field(readonly = true)
    @Column(name = "reason", length = 1000)
    private String reason;

    @Field(readonly = true)
    @Column(name = "submitted_at", nullable = false)
    private Instant submittedAt;

    @Field(readonly = true)
    @Column(name = "current_step", length = 64)
    private String currentStep;

    @Field(readonly = true)
    @Column(name = "decided_at")
    private Instant decidedAt;

    /** Values of the policy's increase and change fields at submission, as JSON. */
    @Field(hidden = true)
    @Column(name = "approved_values", length = 4000)
    private String approvedValues;

    /** Why the action could not be carried out. */
    @Field(readonly = true)
    @Column(name = "problem", length = 4000)
    private String problem;

    @Field(readonly = true)
    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Lines("platform.approvalStep")
    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<StepEntity> steps = new ArrayList<>();

    @Lines("platform.approvalTask")
    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<TaskEntity> tasks = new ArrayList<>();

    @Lines("platform.approvalEntry")
    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<EntryEntity> history = new ArrayList<>();

    public Long getPolicy() {
        return policy;
    }

    public void setPolicy(Long policy) {
        this.policy = policy;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }

    public Long getRecord() {
        return record;
    }

    public void setRecord(Long record) {
        this.record = record;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public RequestState getState() {
        return state;
    }

    public void setState(RequestState state) {
        this.state = state;
    }

    public Long getRequester() {
        return requester;
    }

    public void setRequester(Long requester) {
        this.requester = requester;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Instant getSubmittedAt() {
        return submittedAt;
    }

    public void setSubmittedAt(Instant submittedAt) {
        this.submittedAt = submittedAt;
    }

    public String getCurrentStep() {
        return currentStep;
    }

    public void setCurrentStep(String currentStep) {
        this.currentStep = currentStep;
    }

    public Instant getDecidedAt() {
        return decidedAt;
    }

    public void setDecidedAt(Instant decidedAt) {
        this.decidedAt = decidedAt;
    }

    public String getApprovedValues() {
        return approvedValues;
    }

    public void setApprovedValues(String approvedValues) {
        this.approvedValues = approvedValues;
    }

    public String getProblem() {
        return problem;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }

    public Instant getRemindedAt() {
        return remindedAt;
    }

    public void setRemindedAt(Instant remindedAt) {
        this.remindedAt = remindedAt;
    }

    public List<StepEntity> getSteps() {
        return steps;
    }

    public List<TaskEntity> getTasks() {
        return tasks;
    }

    public List<EntryEntity> getHistory() {
        return history;
    }
}
