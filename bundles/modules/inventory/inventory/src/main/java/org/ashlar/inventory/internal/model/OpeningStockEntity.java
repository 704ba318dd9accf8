package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Stock taken over from before; each row becomes a move as it is saved. */
@Entity
@Table(name = "inventory_opening_stock")
@Model(value = "inventory.openingStock", collection = "opening-stock", label = "unit", sort = "-id",
        naturalKey = {"product", "location"}, updatable = false, deletable = false)
public class OpeningStockEntity extends BaseEntity {

    @Field(createOnly = true)
    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Field(createOnly = true)
    @Ref("inventory.location")
    @Column(name = "location_id", nullable = false)
    private Long location;

    @Field(unit = "unit")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(defaulted = true)
    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    /** Company currency per {@code unit}; empty: the product's standard cost. */
    @Column(name = "unit_cost", nullable = true, precision = 19, scale = 6)
    private BigDecimal unitCost;

    @Field(defaulted = true)
    @Column(name = "opening_date", nullable = false)
    private LocalDate date;

    /** The adjustment that brought it in. */
    @Field(readonly = true)
    @Ref("inventory.transfer")
    @Column(name = "transfer_id", nullable = true)
    private Long transfer;

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public Long getLocation() {
        return location;
    }

    public void setLocation(Long location) {
        this.location = location;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(BigDecimal quantity) {
        this.quantity = quantity;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getUnitCost() {
        return unitCost;
    }

    public void setUnitCost(BigDecimal unitCost) {
        this.unitCost = unitCost;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public Long getTransfer() {
        return transfer;
    }

    public void setTransfer(Long transfer) {
        this.transfer = transfer;
    }
}
