package org.ashlar.platform.automation.internal.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** What a rule did for one record. */
@Entity
@Table(name = "platform_automation_run")
@Model(value = "platform.automationRun", collection = "automation-runs", label = "occurrence", sort = "-startedAt,-id",
        creatable = false, updatable = false, deletable = false)
@Action("retry")
public class RunEntity extends BaseEntity {

    @Field(readonly = true)
    @Ref("platform.automationRule")
    @Column(name = "rule_id", nullable = false)
    private Long rule;

    @Field(readonly = true)
    @Column(name = "model_id", nullable = false, length = 128)
    private String model;

    @Field(readonly = true)
    @Column(name = "record_id", nullable = false)
    private Long record;

    /** Year, day or slot of a schedule; the run's own id otherwise. */
    @Field(readonly = true)
    @Column(name = "occurrence", nullable = false, length = 64)
    private String occurrence;

    @Field(readonly = true)
    @Column(name = "scheduled", nullable = false)
    private boolean scheduled;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "outcome", nullable = false, length = 16)
    private RunOutcome outcome;

    @Field(readonly = true)
    @Column(name = "problem", length = 4000)
    private String problem;

    @Field(readonly = true)
    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Field(readonly = true)
    @Column(name = "ended_at")
    private Instant endedAt;

    @Field(readonly = true)
    @Column(name = "attempts", nullable = false)
    private Integer attempts;

    @Field(readonly = true)
    @Column(name = "due_at")
    private Instant dueAt;

    /** Values of a record that was deleted, as JSON. */
    @Field(hidden = true)
    @Column(name = "payload", length = 8000)
    private String payload;

    public Long getRule() {
        return rule;
    }

    public void setRule(Long rule) {
        this.rule = rule;
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

    public String getOccurrence() {
        return occurrence;
    }

    public void setOccurrence(String occurrence) {
        this.occurrence = occurrence;
    }

    public boolean isScheduled() {
        return scheduled;
    }

    public void setScheduled(boolean scheduled) {
        this.scheduled = scheduled;
    }

    public RunOutcome getOutcome() {
        return outcome;
    }

    public void setOutcome(RunOutcome outcome) {
        this.outcome = outcome;
    }

    public String getProblem() {
        return problem;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public void setStartedAt(Instant startedAt) {
        this.startedAt = startedAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public void setEndedAt(Instant endedAt) {
        this.endedAt = endedAt;
    }

    public Integer getAttempts() {
        return attempts;
    }

    public void setAttempts(Integer attempts) {
        this.attempts = attempts;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public void setDueAt(Instant dueAt) {
        this.dueAt = dueAt;
    }

    public String getPayload() {
        return payload;
    }

    public void setPayload(String payload) {
        this.payload = payload;
    }
}
