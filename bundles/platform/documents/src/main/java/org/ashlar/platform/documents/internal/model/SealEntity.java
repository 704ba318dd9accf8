package org.ashlar.platform.documents.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A seal of the company (印章) and the documents that it stands on; its picture is the newest file of the record. */
@Entity
@Table(name = "platform_seal")
@Model(value = "platform.seal", collection = "seals", label = "name", search = {"name"}, sort = "name", naturalKey = "name")
public class SealEntity extends BaseEntity {

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Model of the documents. */
    @Column(name = "target_model", nullable = false, length = 128)
    private String target;

    /** Which of them, as a filter of lists; for example {@code state==POSTED}. */
    @Column(name = "condition_filter", nullable = false, length = 1000)
    private String condition;

    /** Printed width in mm. */
    @Field(defaulted = true)
    @Column(name = "width_mm", nullable = false, precision = 9, scale = 2)
    private BigDecimal width = new BigDecimal("40");

    @Field(defaulted = true)
    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getName() {
        return name;
    }

    public String getTarget() {
        return target;
    }

    public String getCondition() {
        return condition;
    }

    public BigDecimal getWidth() {
        return width;
    }
}
