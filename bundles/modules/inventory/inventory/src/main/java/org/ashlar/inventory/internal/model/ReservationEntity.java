package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Stock held for a line of a document, or by hand. */
@Entity
@Table(name = "inventory_reservation")
@Model(value = "inventory.reservation", collection = "reservations", label = "sourceModel", sort = "-id",
        updatable = false)
public class ReservationEntity extends BaseEntity {

    @Field(createOnly = true, defaulted = true)
    @Column(name = "source_model", nullable = false, length = 64)
    private String sourceModel;

    @Field(createOnly = true, defaulted = true)
    @Column(name = "source_id", nullable = false)
    private Long sourceId;

    @Field(createOnly = true, defaulted = true)
    @Column(name = "source_line_id", nullable = false)
    private Long sourceLineId;

    @Field(createOnly = true)
    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    /** Given: hold here or below; empty: in the main warehouse. */
    @Field(createOnly = true, defaulted = true)
    @Ref("inventory.location")
    @Column(name = "location_id", nullable = false)
    private Long location;

    @Field(createOnly = true, unit = "unit", aggregate = "sum")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(createOnly = true, defaulted = true)
    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    public String getSourceModel() {
        return sourceModel;
    }

    public void setSourceModel(String sourceModel) {
        this.sourceModel = sourceModel;
    }

    public Long getSourceId() {
        return sourceId;
    }

    public void setSourceId(Long sourceId) {
        this.sourceId = sourceId;
    }

    public Long getSourceLineId() {
        return sourceLineId;
    }

    public void setSourceLineId(Long sourceLineId) {
        this.sourceLineId = sourceLineId;
    }

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
}
