package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.inventory.Against;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A late cost of a receipt, dated when it came. */
@Entity
@Table(name = "inventory_cost_adjustment")
@Model(value = "inventory.costAdjustment", collection = "cost-adjustments", label = "reference",
        search = {"reference"}, sort = "-date,-id", creatable = false, updatable = false, deletable = false)
public class CostAdjustmentEntity extends BaseEntity {

    @Column(name = "reference", nullable = false, length = 255)
    private String reference;

    @Column(name = "adjustment_date", nullable = false)
    private LocalDate date;

    @Column(name = "seq", nullable = false)
    private Long sequence;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Ref("inventory.move")
    @Column(name = "move_id", nullable = false)
    private Long move;

    @Field(aggregate = "sum")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "against", nullable = false, length = 64)
    private Against against;
}
