package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** One product of a transfer. */
@Entity
@Table(name = "inventory_transfer_line")
@Model(value = "inventory.transferLine", label = "position", sort = "position")
public class TransferLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "transfer_id", nullable = false)
    private TransferEntity transfer;

    @Column(name = "line_no", nullable = false)
    private int position;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Field(unit = "unit")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(defaulted = true)
    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    /** In the product's own unit. */
    @Field(readonly = true)
    @Column(name = "base_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal baseQuantity = BigDecimal.ZERO;

    @Field(readonly = true, unit = "unit")
    @Column(name = "done_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal doneQuantity = BigDecimal.ZERO;

    /** Company currency per {@code unit}, of goods coming in. */
    @Column(name = "unit_cost", nullable = true, precision = 19, scale = 6)
    private BigDecimal unitCost;

    @Ref("inventory.location")
    @Column(name = "from_location_id", nullable = true)
    private Long fromLocation;

    @Ref("inventory.location")
    @Column(name = "to_location_id", nullable = true)
    private Long toLocation;

    @Ref("inventory.move")
    @Column(name = "origin_move_id", nullable = true)
    private Long originMove;

    @Field(readonly = true)
    @Column(name = "source_line_id", nullable = true)
    private Long sourceLineId;

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
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

    public BigDecimal getBaseQuantity() {
        return baseQuantity;
    }

    public void setBaseQuantity(BigDecimal baseQuantity) {
        this.baseQuantity = baseQuantity;
    }

    public BigDecimal getDoneQuantity() {
        return doneQuantity;
    }

    public void setDoneQuantity(BigDecimal doneQuantity) {
        this.doneQuantity = doneQuantity;
    }

    public BigDecimal getUnitCost() {
        return unitCost;
    }

    public void setUnitCost(BigDecimal unitCost) {
        this.unitCost = unitCost;
    }

    public Long getFromLocation() {
        return fromLocation;
    }

    public void setFromLocation(Long fromLocation) {
        this.fromLocation = fromLocation;
    }

    public Long getToLocation() {
        return toLocation;
    }

    public void setToLocation(Long toLocation) {
        this.toLocation = toLocation;
    }

    public Long getOriginMove() {
        return originMove;
    }

    public void setOriginMove(Long originMove) {
        this.originMove = originMove;
    }

    public Long getSourceLineId() {
        return sourceLineId;
    }

    public void setSourceLineId(Long sourceLineId) {
        this.sourceLineId = sourceLineId;
    }

    public TransferEntity getTransfer() {
        return transfer;
    }

    public void setTransfer(TransferEntity transfer) {
        this.transfer = transfer;
    }
}
