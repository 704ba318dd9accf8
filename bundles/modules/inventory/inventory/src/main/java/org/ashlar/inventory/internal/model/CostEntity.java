package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.inventory.internal.domain.CostMethod;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** What a product is worth now; its row is the lock under which the product is valued. */
@Entity
@Table(name = "inventory_cost")
@Model(value = "inventory.cost", collection = "costs", label = "unit", sort = "product", naturalKey = "product",
        creatable = false, updatable = false, deletable = false)
public class CostEntity extends BaseEntity {

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Enumerated(EnumType.STRING)
    @Column(name = "cost_method", nullable = false, length = 64)
    private CostMethod method;

    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(aggregate = "sum")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    @Column(name = "last_date", nullable = true)
    private LocalDate lastDate;

    @Column(name = "last_dependent_date", nullable = true)
    private LocalDate lastDependentDate;

    @Column(name = "last_seq", nullable = false)
    private Long lastSequence;
}
