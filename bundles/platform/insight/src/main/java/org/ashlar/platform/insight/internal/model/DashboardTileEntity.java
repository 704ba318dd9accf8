package org.ashlar.platform.insight.internal.model;

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

/** One figure or chart: a measure over the records of a model, by groups if it is a chart. */
@Entity
@Table(name = "platform_dashboard_tile")
@Model(value = "platform.dashboardTile", label = "title")
public class DashboardTileEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dashboard_id", nullable = false)
    private DashboardEntity dashboard;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Column(name = "target_model", nullable = false, length = 128)
    private String target;

    @Field(defaulted = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 32)
    private TileKind kind = TileKind.FIGURE;

    @Column(name = "filter_text", length = 4000)
    private String filter;

    /** As {@code by} of groups, for example {@code date:month}. */
    @Column(name = "group_by", length = 255)
    private String groupBy;

    /** As {@code measures} of groups, for example {@code sum(totalAmount)}; empty: count. */
    @Column(name = "measure", length = 255)
    private String measure;

    /** Date or moment that the period is about. */
    @Column(name = "date_field", length = 128)
    private String dateField;

    /** Preset such as {@code monthToDate}. */
    @Column(name = "period_code", length = 32)
    private String period;

    @Field(defaulted = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "compare_kind", length = 16)
    private Comparison compare = Comparison.NONE;

    /** Keys of a pivot's columns. */
    @Column(name = "columns_by", length = 255)
    private String columnsBy;

    /** Fields of a list. */
    @Column(name = "columns_shown", length = 1000)
    private String columns;

    @Column(name = "sort_text", length = 255)
    private String sort;

    /** Rows or categories at most. */
    @Column(name = "row_limit")
    private Integer limit;

    /** Columns of twelve that it takes. */
    @Field(defaulted = true)
    @Column(name = "width", nullable = false)
    private Integer width = 3;

    /** Rows that it takes. */
    @Field(defaulted = true)
    @Column(name = "height")
    private Integer height = 1;

    public void setDashboard(DashboardEntity dashboard) {
        this.dashboard = dashboard;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getTarget() {
        return target;
    }

    public String getFilter() {
        return filter;
    }

    public Integer getWidth() {
        return width;
    }

    public void setWidth(Integer width) {
        this.width = width;
    }

    public String getTitle() {
        return title;
    }

    public TileKind getKind() {
        return kind;
    }

    public String getGroupBy() {
        return groupBy;
    }

    public String getMeasure() {
        return measure;
    }

    public String getDateField() {
        return dateField;
    }

    public String getPeriod() {
        return period;
    }

    public Comparison getCompare() {
        return compare;
    }

    public String getColumnsBy() {
        return columnsBy;
    }

    public String getColumns() {
        return columns;
    }

    public String getSort() {
        return sort;
    }

    public Integer getLimit() {
        return limit;
    }

    public Integer getHeight() {
        return height;
    }

    public void setHeight(Integer height) {
        this.height = height;
    }

    public void setCompare(Comparison compare) {
        this.compare = compare;
    }
}
