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

/** What is left of a receipt (FIFO); gone once used up. */
@Entity
@Table(name = "inventory_layer")
@Model(value = "inventory.layer", collection = "layers", label = "date", sort = "product,date,sequence",
        creatable = false, updatable = false, deletable = false)
public class LayerEntity extends BaseEntity {

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Ref("inventory.move")
    @Column(name = "move_id", nullable = false)
    private Long move;

    @Column(name = "layer_date", nullable = false)
    private LocalDate date;

    @Column(name = "seq", nullable = false)
    private Long sequence;

    @Field(aggregate = "sum")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(aggregate = "sum")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;
}
