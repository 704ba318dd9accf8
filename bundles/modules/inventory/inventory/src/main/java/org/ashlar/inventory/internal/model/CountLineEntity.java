package org.ashlar.inventory.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** One product in one place. */
@Entity
@Table(name = "inventory_count_line")
@Model(value = "inventory.countLine", label = "position", sort = "position")
public class CountLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "count_id", nullable = false)
    private CountEntity count;

    @Column(name = "line_no", nullable = false)
    private int position;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    @Ref("inventory.location")
    @Column(name = "location_id", nullable = true)
    private Long location;

    @Field(defaulted = true, readonly = true)
    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    /** On hand when the line was made. */
    @Field(readonly = true, unit = "unit")
    @Column(name = "expected", nullable = false, precision = 19, scale = 6)
    private BigDecimal expected = BigDecimal.ZERO;

    /** Empty: not counted, no difference. */
    @Field(unit = "unit")
    @Column(name = "counted", nullable = true, precision = 19, scale = 6)
    private BigDecimal counted;

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public Long getLocation() {
        return location;
    }

    public void setLocation(Long location) {
        this.location = location;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getExpected() {
        return expected;
    }

    public void setExpected(BigDecimal expected) {
        this.expected = expected;
    }

    public BigDecimal getCounted() {
        return counted;
    }

    public void setCounted(BigDecimal counted) {
        this.counted = counted;
    }

    public CountEntity getCount() {
        return count;
    }

    public void setCount(CountEntity count) {
        this.count = count;
    }
}
