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

    /** How it shows. */
    public enum Kind {
        /** One number. */
        FIGURE,
        /** Bars by group. */
        BAR,
        /** A line over time. */
        LINE,
        /** Shares. */
        PIE,
        /** The first records. */
        LIST
    }

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
    private Kind kind = Kind.FIGURE;

    @Column(name = "filter_text", length = 4000)
    private String filter;

    /** As {@code by} of groups, for example {@code date:month}. */
    @Column(name = "group_by", length = 255)
    private String groupBy;

    /** As {@code measures} of groups, for example {@code sum(totalAmount)}; empty: count. */
    @Column(name = "measure", length = 255)
    private String measure;

    /** Columns of twelve that it takes. */
    @Field(defaulted = true)
    @Column(name = "width", nullable = false)
    private Integer width = 3;

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
}
