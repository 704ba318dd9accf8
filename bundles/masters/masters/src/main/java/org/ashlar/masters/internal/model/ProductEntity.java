package org.ashlar.masters.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Something bought, sold or made. */
@Entity
@Table(name = "masters_product")
@Model(value = "masters.product", collection = "products", label = "name", search = {"code", "name", "barcode"},
        sort = "code", naturalKey = "code", portal = "*")
public class ProductEntity extends BaseEntity {

    @Field(defaulted = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private ProductKind kind = ProductKind.GOODS;

    @Field(createOnly = true, defaulted = true)
    @Column(name = "unit", nullable = false, length = 16)
    private String unit;

    @Ref("masters.productCategory")
    @Column(name = "category_id", nullable = true)
    private Long category;

    @Field(currency = "currency")
    @Column(name = "sale_price", nullable = true, precision = 19, scale = 6)
    private BigDecimal salePrice;

    @Column(name = "currency", nullable = true, length = 3)
    private String currency;

    @Column(name = "standard_cost", nullable = true, precision = 19, scale = 6)
    private BigDecimal standardCost;

    @Enumerated(EnumType.STRING)
    @Column(name = "cost_method", nullable = false, length = 16)
    private CostMethod costMethod = CostMethod.AVERAGE;

    @Column(name = "sales_tax_code", nullable = true, length = 64)
    private String salesTaxCode;

    @Column(name = "purchase_tax_code", nullable = true, length = 64)
    private String purchaseTaxCode;

    @Column(name = "barcode", nullable = true, length = 64)
    private String barcode;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Field(unit = "weightUnit")
    @Column(name = "weight", nullable = true, precision = 19, scale = 6)
    private BigDecimal weight;

    @Column(name = "weight_unit", nullable = true, length = 16)
    private String weightUnit;

    @Enumerated(EnumType.STRING)
    @Column(name = "supply", nullable = false, length = 16)
    private Supply supply = Supply.BUY;

    @Field(unit = "unit")
    @Column(name = "safety_stock", nullable = true, precision = 19, scale = 6)
    private BigDecimal safetyStock;

    @Field(unit = "unit")
    @Column(name = "reorder_point", nullable = true, precision = 19, scale = 6)
    private BigDecimal reorderPoint;

    @Column(name = "description", nullable = true, length = 4000)
    private String description;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public ProductKind getKind() {
        return kind;
    }

    public void setKind(ProductKind kind) {
        this.kind = kind;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public Long getCategory() {
        return category;
    }

    public void setCategory(Long category) {
        this.category = category;
    }

    public BigDecimal getSalePrice() {
        return salePrice;
    }

    public void setSalePrice(BigDecimal salePrice) {
        this.salePrice = salePrice;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public BigDecimal getStandardCost() {
        return standardCost;
    }

    public void setStandardCost(BigDecimal standardCost) {
        this.standardCost = standardCost;
    }

    public CostMethod getCostMethod() {
        return costMethod;
    }

    public void setCostMethod(CostMethod costMethod) {
        this.costMethod = costMethod;
    }

    public String getSalesTaxCode() {
        return salesTaxCode;
    }

    public void setSalesTaxCode(String salesTaxCode) {
        this.salesTaxCode = salesTaxCode;
    }

    public String getPurchaseTaxCode() {
        return purchaseTaxCode;
    }

    public void setPurchaseTaxCode(String purchaseTaxCode) {
        this.purchaseTaxCode = purchaseTaxCode;
    }

    public String getBarcode() {
        return barcode;
    }

    public void setBarcode(String barcode) {
        this.barcode = barcode;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public BigDecimal getWeight() {
        return weight;
    }

    public void setWeight(BigDecimal weight) {
        this.weight = weight;
    }

    public String getWeightUnit() {
        return weightUnit;
    }

    public void setWeightUnit(String weightUnit) {
        this.weightUnit = weightUnit;
    }

    public Supply getSupply() {
        return supply;
    }

    public void setSupply(Supply supply) {
        this.supply = supply;
    }

    public BigDecimal getSafetyStock() {
        return safetyStock;
    }

    public void setSafetyStock(BigDecimal safetyStock) {
        this.safetyStock = safetyStock;
    }

    public BigDecimal getReorderPoint() {
        return reorderPoint;
    }

    public void setReorderPoint(BigDecimal reorderPoint) {
        this.reorderPoint = reorderPoint;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
