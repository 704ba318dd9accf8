package org.ashlar.inventory.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A place with stock of its own. */
@Entity
@Table(name = "inventory_warehouse")
@Model(value = "inventory.warehouse", collection = "warehouses", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code")
public class WarehouseEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** The one that is meant when a document names none. */
    @Column(name = "is_main", nullable = false)
    private boolean main;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    /** Root of its locations; made with it. */
    @Field(readonly = true)
    @Ref("inventory.location")
    @Column(name = "stock_location_id", nullable = true)
    private Long stockLocation;

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

    public boolean isMain() {
        return main;
    }

    public void setMain(boolean main) {
        this.main = main;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Long getStockLocation() {
        return stockLocation;
    }

    public void setStockLocation(Long stockLocation) {
        this.stockLocation = stockLocation;
    }
}
