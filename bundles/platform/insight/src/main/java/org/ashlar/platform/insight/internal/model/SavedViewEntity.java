package org.ashlar.platform.insight.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** How somebody likes to see a list: filter, sort, columns, groups. */
@Entity
@Table(name = "platform_saved_view")
@Model(value = "platform.savedView", collection = "saved-views", label = "name", search = {"code", "name"}, sort = "name",
        naturalKey = "code", portable = true)
public class SavedViewEntity extends BaseEntity implements Owned {

    /** How it shows. */
    public enum Kind {
        /** As rows. */
        LIST,
        /** As a board by state. */
        KANBAN,
        /** As a cross table. */
        PIVOT,
        /** As a chart. */
        GRAPH,
        /** By date. */
        CALENDAR
    }

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "target_model", nullable = false, length = 128)
    private String target;

    /** Whose it is; empty: the company's. */
    @Ref("platform.user")
    @Field(readonly = true)
    @Column(name = "owner_id")
    private Long owner;

    /** Whether others see it too. */
    @Field(defaulted = true)
    @Column(name = "shared", nullable = false)
    private boolean shared;

    @Field(defaulted = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 32)
    private Kind kind = Kind.LIST;

    @Column(name = "filter_text", length = 4000)
    private String filter;

    @Column(name = "sort", length = 255)
    private String sort;

    /** Field names, separated by commas. */
    @Column(name = "columns_shown", length = 2000)
    private String columns;

    @Column(name = "group_by", length = 255)
    private String groupBy;

    @Column(name = "measures", length = 255)
    private String measures;

    @Override
    public Long getOwner() {
        return owner;
    }

    @Override
    public void setOwner(Long owner) {
        this.owner = owner;
    }

    public String getTarget() {
        return target;
    }

    public String getFilter() {
        return filter;
    }

    public String getSort() {
        return sort;
    }

    public String getColumns() {
        return columns;
    }

    public String getGroupBy() {
        return groupBy;
    }

    public String getMeasures() {
        return measures;
    }
}
