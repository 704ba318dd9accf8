package org.ashlar.purchasing.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A price that a vendor agreed to, from a quantity on and for a time. */
@Entity
@Table(name = "purchasing_vendor_price")
@Model(value = "purchasing.vendorPrice", collection = "vendor-prices", label = "vendorProductCode", search = "vendorProductCode",
        sort = "vendor,product,minimumQuantity")
public class VendorPriceEntity extends BaseEntity {

    @Ref("masters.party")
    @Column(name = "vendor_id", nullable = false)
    private Long vendor;

    @Ref("masters.product")
    @Column(name = "product_id", nullable = false)
    private Long product;

    /** From which quantity on the price holds. */
    @Field(defaulted = true, unit = "unit")
    @Column(name = "minimum_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal minimumQuantity;

    /** Most that the vendor delivers per order; information for the buyer. */
    @Field(unit = "unit")
    @Column(name = "maximum_quantity", precision = 19, scale = 6)
    private BigDecimal maximumQuantity;

    /** Unit of price and quantities; the product's own unless given. */
    @Field(defaulted = true)
    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    /** Per unit, without tax. */
    @Field(currency = "currency")
    @Column(name = "price", nullable = false, precision = 19, scale = 6)
    private BigDecimal price;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    /** Days from order to receipt. */
    @Column(name = "lead_time_days")
    private Integer leadTimeDays;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "vendor_product_code", length = 64)
    private String vendorProductCode;

    public Long getVendor() {
        return vendor;
    }

    public void setVendor(Long vendor) {
        this.vendor = vendor;
    }

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public BigDecimal getMinimumQuantity() {
        return minimumQuantity;
    }

    public void setMinimumQuantity(BigDecimal minimumQuantity) {
        this.minimumQuantity = minimumQuantity;
    }

    public BigDecimal getMaximumQuantity() {
        return maximumQuantity;
    }

    public void setMaximumQuantity(BigDecimal maximumQuantity) {
        this.maximumQuantity = maximumQuantity;
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

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public Integer getLeadTimeDays() {
        return leadTimeDays;
    }

    public void setLeadTimeDays(Integer leadTimeDays) {
        this.leadTimeDays = leadTimeDays;
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

    public String getVendorProductCode() {
        return vendorProductCode;
    }

    public void setVendorProductCode(String vendorProductCode) {
        this.vendorProductCode = vendorProductCode;
    }
}
