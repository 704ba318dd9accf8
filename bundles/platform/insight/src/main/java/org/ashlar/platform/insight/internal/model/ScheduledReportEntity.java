package org.ashlar.platform.insight.internal.model;

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
import org.ashlar.platform.insight.internal.domain.Rhythm;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A report, list or dashboard that is mailed by the clock; each recipient gets it under his own rights and in his language. */
@Entity
@Table(name = "platform_scheduled_report")
@Model(value = "platform.scheduledReport", collection = "scheduled-reports", label = "name", search = {"code", "name"}, sort = "name",
        naturalKey = "code")
@Action("sendNow")
public class ScheduledReportEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Enumerated(EnumType.STRING)
    @Column(name = "what", nullable = false, length = 16)
    private SendWhat what;

    /** Id of a report. */
    @Column(name = "report_id", length = 128)
    private String report;

    /** As {@code from={lastMonth.from}&to={lastMonth.to}}. */
    @Column(name = "parameters_text", length = 2000)
    private String parameters;

    /** Code of a dashboard. */
    @Column(name = "dashboard_code", length = 64)
    private String dashboard;

    /** A saved list; instead of model, filter, columns and order. */
    @Ref("platform.savedView")
    @Column(name = "view_id")
    private Long view;

    @Column(name = "target_model", length = 128)
    private String target;

    @Column(name = "filter_text", length = 4000)
    private String filter;

    @Column(name = "columns_shown", length = 2000)
    private String columns;

    @Column(name = "sort_text", length = 255)
    private String sort;

    @Field(defaulted = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "file_format", nullable = false, length = 8)
    private SendFormat format = SendFormat.PDF;

    @Enumerated(EnumType.STRING)
    @Column(name = "every_kind", nullable = false, length = 16)
    private Rhythm.Every every;

    /** Time of day in the company's zone, {@code 07:30}. */
    @Field(defaulted = true)
    @Column(name = "at_time", nullable = false, length = 5)
    private String atTime;

    @Column(name = "weekday")
    private Integer weekday;

    @Column(name = "month_day")
    private Integer monthDay;

    @Field(defaulted = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "when_empty", nullable = false, length = 8)
    private WhenEmpty whenEmpty = WhenEmpty.SEND;

    @Field(readonly = true)
    @Column(name = "next_run")
    private Instant nextRun;

    @Field(readonly = true)
    @Column(name = "last_run")
    private Instant lastRun;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "last_outcome", length = 16)
    private SendOutcome lastOutcome;

    @Field(readonly = true)
    @Column(name = "last_message", length = 2000)
    private String lastMessage;

    @Lines("platform.scheduledReportRecipient")
    @OneToMany(mappedBy = "scheduled", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ScheduledRecipientEntity> recipients = new ArrayList<>();

    public boolean isActive() {
        return active;
    }

    public SendWhat getWhat() {
        return what;
    }

    public String getReport() {
        return report;
    }

    public String getParameters() {
        return parameters;
    }

    public String getDashboard() {
        return dashboard;
    }

    public Long getView() {
        return view;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getFilter() {
        return filter;
    }

    public String getColumns() {
        return columns;
    }

    public String getSort() {
        return sort;
    }

    public SendFormat getFormat() {
        return format;
    }

    public Rhythm.Every getEvery() {
        return every;
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

    public void setNextRun(Instant nextRun) {
        this.nextRun = nextRun;
    }

    public List<ScheduledRecipientEntity> getRecipients() {
        return recipients;
    }
}
