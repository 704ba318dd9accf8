package org.ashlar.platform.approvals.internal.model;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;

/** What needs approval on a model, and by whom, in steps. */
@Entity
@Table(name = "platform_approval_policy")
@Model(value = "platform.approvalPolicy", collection = "approval-policies", label = "title", search = {"code", "title"},
        sort = "priority,code", naturalKey = "code", portable = true)
@Action(value = "test", body = TestPolicy.class)
public class PolicyEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    /** Model whose records it guards. */
    @Column(name = "model_id", nullable = false, length = 128)
    private String model;

    /** Action that needs the approval. */
    @Column(name = "action_name", length = 64)
    private String action;

    /** State that no record reaches without the approval, whatever way it takes. */
    @Column(name = "to_state", length = 64)
    private String toState;

    /** RSQL; only records that match need the approval. */
    @Column(name = "condition_text", length = 4000)
    private String condition;

    /** The lowest one that matches counts. */
    @Field(defaulted = true)
    @Column(name = "priority", nullable = false)
    private Integer priority;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Column(name = "self_approval", nullable = false)
    private boolean selfApproval;

    @Column(name = "may_add", nullable = false)
    private boolean mayAddApprovers = true;

    /** Names separated by commas; empty: all. */
    @Column(name = "locked_fields", length = 1000)
    private String lockedFields;

    /** Numbers; a decrease keeps the approval. */
    @Column(name = "increase_fields", length = 1000)
    private String increaseFields;

    @Column(name = "change_fields", length = 1000)
    private String changeFields;

    @Lines("platform.approvalPolicyStep")
    @OneToMany(mappedBy = "policy", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PolicyStepEntity> steps = new ArrayList<>();

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

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getToState() {
        return toState;
    }

    public void setToState(String toState) {
        this.toState = toState;
    }

    public String getCondition() {
        return condition;
    }

    public void setCondition(String condition) {
        this.condition = condition;
    }

    public Integer getPriority() {
        return priority;
    }

    public void setPriority(Integer priority) {
        this.priority = priority;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public boolean isSelfApproval() {
        return selfApproval;
    }

    public void setSelfApproval(boolean selfApproval) {
        this.selfApproval = selfApproval;
    }

    public boolean isMayAddApprovers() {
        return mayAddApprovers;
    }

    public void setMayAddApprovers(boolean mayAddApprovers) {
        this.mayAddApprovers = mayAddApprovers;
    }

    public String getLockedFields() {
        return lockedFields;
    }

    public void setLockedFields(String lockedFields) {
        this.lockedFields = lockedFields;
    }

    public String getIncreaseFields() {
        return increaseFields;
    }

    public void setIncreaseFields(String increaseFields) {
        this.increaseFields = increaseFields;
    }

    public String getChangeFields() {
        return changeFields;
    }

    public void setChangeFields(String changeFields) {
        this.changeFields = changeFields;
    }

    public List<PolicyStepEntity> getSteps() {
        return steps;
    }
}
