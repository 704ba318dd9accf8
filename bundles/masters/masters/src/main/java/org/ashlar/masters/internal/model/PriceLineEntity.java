package org.ashlar.masters.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
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

/** A row of a price list: for a product, a category or everything; for one customer or all; from a quantity on. */
@Entity
@Table(name = "masters_price_line")
@Model(value = "masters.priceLine", label = "id")
public class PriceLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "list_id", nullable = false)
    private PriceListEntity list;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = true)
    private Long product;

    @Ref("masters.productCategory")
    @Column(name = "category_id", nullable = true)
    private Long category;

    @Ref("masters.party")
    @Column(name = "party_id", nullable = true)
    private Long party;

    @Field(unit = "unit")
    @Column(name = "min_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal minQuantity = BigDecimal.ZERO;

    @Column(name = "unit", nullable = true, length = 16)
    private String unit;

    @Column(name = "price", nullable = true, precision = 19, scale = 6)
    private BigDecimal price;

    @Column(name = "discount_percent", nullable = true, precision = 9, scale = 4)
    private BigDecimal discountPercent;

    @Column(name = "valid_from", nullable = true)
    private LocalDate validFrom;

    @Column(name = "valid_to", nullable = true)
    private LocalDate validTo;

    public PriceListEntity getList() {
        return list;
    }

    public void setList(PriceListEntity list) {
        this.list = list;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public Long getCategory() {
        return category;
    }

    public void setCategory(Long category) {
        this.category = category;
    }

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
    }

    public BigDecimal getMinQuantity() {
        return minQuantity;
    }

    public void setMinQuantity(BigDecimal minQuantity) {
        this.minQuantity = minQuantity;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public BigDecimal getDiscountPercent() {
        return discountPercent;
    }

    public void setDiscountPercent(BigDecimal discountPercent) {
        this.discountPercent = discountPercent;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }
}
