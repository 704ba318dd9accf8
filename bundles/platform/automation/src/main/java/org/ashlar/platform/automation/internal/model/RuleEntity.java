package org.ashlar.platform.automation.internal.model;

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
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** When something happens to a record, or the clock strikes: if it matches, do this. */
@Entity
@Table(name = "platform_automation_rule")
@Model(value = "platform.automationRule", collection = "automation-rules", label = "title", search = {"code", "title"},
        sort = "model,position,code", naturalKey = "code", portable = true)
@Action(value = "test", body = TestRule.class)
@Action("run")
public class RuleEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Column(name = "model_id", nullable = false, length = 128)
    private String model;

    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_kind", nullable = false, length = 16)
    private RuleTrigger trigger;

    /** Names separated by commas; for REFUSE the field at which it is told. */
    @Column(name = "field_names", length = 1000)
    private String fields;

    @Column(name = "state_name", length = 64)
    private String state;

    /** RSQL on the record as it is now. */
    @Column(name = "condition_text", length = 4000)
    private String condition;

    /** RSQL on the record's own fields as they were before. */
    @Column(name = "was_text", length = 4000)
    private String wasCondition;

    @Field(defaulted = true)
    @Column(name = "sort_no", nullable = false)
    private Integer position;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Enumerated(EnumType.STRING)
    @Column(name = "run_as", nullable = false, length = 16)
    private RunAs runAs = RunAs.SYSTEM;

    @Ref("platform.user")
    @Column(name = "run_as_user")
    private Long runAsUser;

    /** What a refusal says; mustache. */
    @Column(name = "message", length = 1000)
    private String message;

    @Enumerated(EnumType.STRING)
    @Column(name = "every_kind", length = 16)
    private Every every;

    @Column(name = "every_count")
    private Integer interval;

    @Column(name = "at_time", length = 5)
    private String atTime;

    @Column(name = "weekday")
    private Integer weekday;

    @Column(name = "month_day")
    private Integer monthDay;

    @Column(name = "date_field", length = 128)
    private String dateField;

    /** Negative: before. */
    @Column(name = "date_offset")
    private Integer dateOffset;

    @Field(defaulted = true)
    @Column(name = "max_records", nullable = false)
    private Integer maxRecords;

    @Lines("platform.automationAction")
    @OneToMany(mappedBy = "rule", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ActionEntity> actions = new ArrayList<>();

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

    public RuleTrigger getTrigger() {
        return trigger;
    }

    public void setTrigger(RuleTrigger trigger) {
        this.trigger = trigger;
    }

    public String getFields() {
        return fields;
    }

    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getCondition() {
        return condition;
    }

    public void setCondition(String condition) {
        this.condition = condition;
    }

    public String getWasCondition() {
        return wasCondition;
    }

    public void setWasCondition(String wasCondition) {
        this.wasCondition = wasCondition;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public RunAs getRunAs() {
        return runAs;
    }

    public void setRunAs(RunAs runAs) {
        this.runAs = runAs;
    }

    public Long getRunAsUser() {
        return runAsUser;
    }

    public void setRunAsUser(Long runAsUser) {
        this.runAsUser = runAsUser;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public Every getEvery() {
        return every;
    }

    public void setEvery(Every every) {
        this.every = every;
    }

    public Integer getInterval() {
        return interval;
    }

    public void setInterval(Integer interval) {
        this.interval = interval;
    }

    public String getAtTime() {
        return atTime;
    }

    public void setAtTime(String atTime) {
        this.atTime = atTime;
    }

    public Integer getWeekday() {
        return weekday;
    }

    public void setWeekday(Integer weekday) {
        this.weekday = weekday;
    }

    public Integer getMonthDay() {
        return monthDay;
    }

    public void setMonthDay(Integer monthDay) {
        this.monthDay = monthDay;
    }

    public String getDateField() {
        return dateField;
    }

    public void setDateField(String dateField) {
        this.dateField = dateField;
    }

    public Integer getDateOffset() {
        return dateOffset;
    }

    public void setDateOffset(Integer dateOffset) {
        this.dateOffset = dateOffset;
    }

    public Integer getMaxRecords() {
        return maxRecords;
    }

    public void setMaxRecords(Integer maxRecords) {
        this.maxRecords = maxRecords;
    }

    public List<ActionEntity> getActions() {
        return actions;
    }
}
