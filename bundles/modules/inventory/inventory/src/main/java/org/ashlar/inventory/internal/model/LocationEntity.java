package org.ashlar.inventory.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.inventory.LocationKind;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A node of the location tree; what each move goes from and to. */
@Entity
@Table(name = "inventory_location")
@Model(value = "inventory.location", collection = "locations", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code")
public class LocationEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 64)
    private LocationKind kind = LocationKind.INTERNAL;

    @Ref("inventory.location")
    @Column(name = "parent_id", nullable = true)
    private Long parent;

    @Field(createOnly = true)
    @Ref("inventory.warehouse")
    @Column(name = "warehouse_id", nullable = true)
    private Long warehouse;

    /** Ids of the locations above it, {@code /7/9/}, so that one condition finds a subtree. */
    @Field(readonly = true, hidden = true)
    @Column(name = "ancestors", nullable = false, length = 400)
    private String ancestors = "/";

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocationKind getKind() {
        return kind;
    }

    public void setKind(LocationKind kind) {
        this.kind = kind;
    }

    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }

    public Long getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(Long warehouse) {
        this.warehouse = warehouse;
    }

    public String getAncestors() {
        return ancestors;
    }

    public void setAncestors(String ancestors) {
        this.ancestors = ancestors;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
