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

/** A change of stock value; append-only, apart from quantities. */
@Entity
@Table(name = "inventory_value_entry")
@Model(value = "inventory.valueEntry", collection = "value-entries", label = "reference", search = {"reference"},
        sort = "-date,-id", creatable = false, updatable = false, deletable = false)
public class ValueEntryEntity extends BaseEntity {

    @Column(name = "reference", nullable = false, length = 255)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 64)
    private ValueKind kind;

    @Column(name = "entry_date", nullable = false)
    private LocalDate date;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Field(aggregate = "sum")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(aggregate = "sum")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "against", nullable = false, length = 64)
    private Against against;

    @Ref("inventory.move")
    @Column(name = "move_id", nullable = false)
    private Long move;

    @Ref("inventory.transfer")
    @Column(name = "transfer_id", nullable = false)
    private Long transfer;

    @Ref("inventory.costAdjustment")
    @Column(name = "cost_adjustment_id", nullable = true)
    private Long costAdjustment;
}
