package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Stock held for a line of a document. */
@Entity
@Table(name = "inventory_reservation")
@Model(value = "inventory.reservation", collection = "reservations", label = "sourceModel", sort = "-id",
        creatable = false, updatable = false, deletable = false)
@Action("release")
public class ReservationEntity extends BaseEntity {

    @Column(name = "source_model", nullable = false, length = 64)
    private String sourceModel;

    @Column(name = "source_id", nullable = false)
    private Long sourceId;

    @Column(name = "source_line_id", nullable = false)
    private Long sourceLineId;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Ref("inventory.location")
    @Column(name = "location_id", nullable = false)
    private Long location;

    @Field(unit = "unit", aggregate = "sum")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Column(name = "unit", nullable = false, length = 64)
    private String unit;
}
