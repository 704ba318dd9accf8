package org.ashlar.masters.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A conversion of one product: {@code fromQuantity} of {@code fromUnit} are {@code toQuantity} of {@code toUnit}. */
@Entity
@Table(name = "masters_unit_conversion")
@Model(value = "masters.unitConversion", collection = "unit-conversions", label = "fromUnit", sort = "product,fromUnit",
        naturalKey = {"product", "fromUnit", "toUnit"})
public class UnitConversionEntity extends BaseEntity {

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Field(unit = "fromUnit")
    @Column(name = "from_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal fromQuantity = BigDecimal.ONE;

    @Column(name = "from_unit", nullable = false, length = 16)
    private String fromUnit;

    @Field(unit = "toUnit")
    @Column(name = "to_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal toQuantity;

    @Column(name = "to_unit", nullable = false, length = 16)
    private String toUnit;

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public BigDecimal getFromQuantity() {
        return fromQuantity;
    }

    public void setFromQuantity(BigDecimal fromQuantity) {
        this.fromQuantity = fromQuantity;
    }

    public String getFromUnit() {
        return fromUnit;
    }

    public void setFromUnit(String fromUnit) {
        this.fromUnit = fromUnit;
    }

    public BigDecimal getToQuantity() {
        return toQuantity;
    }

    public void setToQuantity(BigDecimal toQuantity) {
        this.toQuantity = toQuantity;
    }

    public String getToUnit() {
        return toUnit;
    }

    public void setToUnit(String toUnit) {
        this.toUnit = toUnit;
    }
}
