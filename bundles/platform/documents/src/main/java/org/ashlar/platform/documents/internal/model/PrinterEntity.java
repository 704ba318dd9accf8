package org.ashlar.platform.documents.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** How far a printer is off: offsets in mm that preprinted paper needs on it. */
@Entity
@Table(name = "platform_printer")
@Model(value = "platform.printer", collection = "printers", label = "name", search = {"name"}, sort = "name", naturalKey = "name")
public class PrinterEntity extends BaseEntity {

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Whose it is: taken for all prints of that user on preprinted paper. */
    @Ref("platform.user")
    @Column(name = "owner_id")
    private Long owner;

    /** To the right in mm; negative: to the left. */
    @Field(defaulted = true)
    @Column(name = "offset_right", nullable = false, precision = 9, scale = 2)
    private BigDecimal offsetRight = BigDecimal.ZERO;

    /** Down in mm; negative: up. */
    @Field(defaulted = true)
    @Column(name = "offset_down", nullable = false, precision = 9, scale = 2)
    private BigDecimal offsetDown = BigDecimal.ZERO;

    /** Taken for users without a printer of their own. */
    @Field(defaulted = true)
    @Column(name = "preferred", nullable = false)
    private boolean preferred;

    @Field(defaulted = true)
    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getName() {
        return name;
    }

    public Long getOwner() {
        return owner;
    }

    public BigDecimal getOffsetRight() {
        return offsetRight;
    }

    public BigDecimal getOffsetDown() {
        return offsetDown;
    }
}
