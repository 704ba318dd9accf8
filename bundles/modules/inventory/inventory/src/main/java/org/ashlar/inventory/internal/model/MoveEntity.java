package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.internal.action.AdjustCost;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Goods that moved; append-only. */
@Entity
@Table(name = "inventory_move")
@Model(value = "inventory.move", collection = "moves", label = "reference", search = {"reference"},
        sort = "-date,-sequence", creatable = false, updatable = false, deletable = false)
@Action(value = "adjustCost", body = AdjustCost.class)
public class MoveEntity extends BaseEntity {

    @Column(name = "reference", nullable = false, length = 64)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 64)
    private TransferKind kind;

    @Column(name = "move_date", nullable = false)
    private LocalDate date;

    /** Order among the product's moves of one day. */
    @Column(name = "seq", nullable = false)
    private Long sequence;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Field(unit = "unit", aggregate = "sum")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    @Ref("inventory.location")
    @Column(name = "from_location_id", nullable = false)
    private Long fromLocation;

    @Ref("inventory.location")
    @Column(name = "to_location_id", nullable = false)
    private Long toLocation;

    @Ref("inventory.transfer")
    @Column(name = "transfer_id", nullable = false)
    private Long transfer;

    @Column(name = "transfer_line_id", nullable = false)
    private Long transferLineId;

    @Ref("inventory.move")
    @Column(name = "origin_move_id", nullable = true)
    private Long originMove;

    @Column(name = "source_model", nullable = true, length = 64)
    private String sourceModel;

    @Column(name = "source_id", nullable = true)
    private Long sourceId;

    @Column(name = "source_line_id", nullable = true)
    private Long sourceLineId;

    /** 1 into valued stock, -1 out of it, 0 inside or outside. */
    @Column(name = "valued", nullable = false)
    private int valued;

    @Enumerated(EnumType.STRING)
    @Column(name = "against", nullable = true, length = 64)
    private Against against;

    /** Value that it brought along, or would have without its origin. */
    @Column(name = "input_value", nullable = false, precision = 19, scale = 4)
    private BigDecimal inputValue;

    @Column(name = "standard_cost", nullable = false, precision = 19, scale = 6)
    private BigDecimal standardCost;
}
