package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Stock of a product in a location, now. */
@Entity
@Table(name = "inventory_quant")
@Model(value = "inventory.quant", collection = "stock", label = "unit", sort = "product,location",
        naturalKey = {"product", "location"}, creatable = false, updatable = false, deletable = false)
public class QuantEntity extends BaseEntity {

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Ref("inventory.location")
    @Column(name = "location_id", nullable = false)
    private Long location;

    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    @Field(unit = "unit", aggregate = "sum")
    @Column(name = "on_hand", nullable = false, precision = 19, scale = 6)
    private BigDecimal onHand;

    @Field(unit = "unit", aggregate = "sum")
    @Column(name = "reserved", nullable = false, precision = 19, scale = 6)
    private BigDecimal reserved;

    @Field(unit = "unit", aggregate = "sum")
    @Column(name = "available", nullable = false, precision = 19, scale = 6)
    private BigDecimal available;
}
