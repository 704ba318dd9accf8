package org.ashlar.purchasing.internal.model;

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

/** One line of a purchase order with the quantities of the three-way match. */
@Entity
@Table(name = "purchasing_order_line")
@Model(value = "purchasing.orderLine", label = "text", sort = "lineNo")
public class PurchaseOrderLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false, updatable = false)
    private PurchaseOrderEntity order;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer lineNo;

    @Ref("masters.product")
    @Column(name = "product_id")
    private Long product;

    /** Whether the product is kept in stock. */
    @Field(readonly = true)
    @Column(name = "goods", nullable = false)
    private boolean goods;

    @Field(defaulted = true)
    @Column(name = "line_text", nullable = false, length = 255)
    private String text;

    @Field(unit = "unit")
    @Column(name = "quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal quantity;

    @Field(defaulted = true)
    @Column(name = "unit", nullable = false, length = 64)
    private String unit;

    @Field(defaulted = true)
    @Column(name = "unit_price", nullable = false, precision = 19, scale = 6)
    private BigDecimal unitPrice;

    @Field(defaulted = true)
    @Column(name = "discount_percent", nullable = false, precision = 9, scale = 6)
    private BigDecimal discountPercent;

    @Column(name = "tax_code", length = 64)
    private String taxCode;

    @Field(createOnly = true, defaulted = true, aggregate = "sum")
    @Column(name = "net_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal netAmount;

    @Field(createOnly = true, defaulted = true, aggregate = "sum")
    @Column(name = "tax_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal taxAmount;

    @Column(name = "due_date")
    private LocalDate dueDate;

    /** Received in all, rejected goods included; returns do not reduce it. */
    @Field(createOnly = true, defaulted = true, unit = "unit")
    @Column(name = "received_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal receivedQuantity;

    /** Received, but failed inspection: neither stocked nor to be billed. */
    @Field(createOnly = true, defaulted = true, unit = "unit")
    @Column(name = "rejected_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal rejectedQuantity;

    /** Received less rejected. */
    @Field(createOnly = true, defaulted = true, unit = "unit")
    @Column(name = "stocked_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal stockedQuantity;

    /** Went back to the vendor out of stock. */
    @Field(createOnly = true, defaulted = true, unit = "unit")
    @Column(name = "returned_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal returnedQuantity;

    /** Billed less credited. */
    @Field(createOnly = true, defaulted = true, unit = "unit")
    @Column(name = "billed_quantity", nullable = false, precision = 19, scale = 6)
    private BigDecimal billedQuantity;

    /** Highest net price that somebody released for billing. */
    @Field(readonly = true)
    @Column(name = "released_price", precision = 19, scale = 6)
    private BigDecimal releasedPrice;

    /** Highest quantity in all that somebody released for billing. */
    @Field(readonly = true)
    @Column(name = "released_quantity", precision = 19, scale = 6)
    private BigDecimal releasedQuantity;

    @Field(readonly = true)
    @Column(name = "release_reason", length = 255)
    private String releaseReason;

    public PurchaseOrderEntity getOrder() {
        return order;
    }

    public void setOrder(PurchaseOrderEntity order) {
        this.order = order;
    }

    public Integer getLineNo() {
        return lineNo;
    }

    public void setLineNo(Integer lineNo) {
        this.lineNo = lineNo;
    }

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public boolean isGoods() {
        return goods;
    }

    public void setGoods(boolean goods) {
        this.goods = goods;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(BigDecimal quantity) {
        this.quantity = quantity;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    public BigDecimal getDiscountPercent() {
        return discountPercent;
    }

    public void setDiscountPercent(BigDecimal discountPercent) {
        this.discountPercent = discountPercent;
    }

    public String getTaxCode() {
        return taxCode;
    }

    public void setTaxCode(String taxCode) {
        this.taxCode = taxCode;
    }

    public BigDecimal getNetAmount() {
        return netAmount;
    }

    public void setNetAmount(BigDecimal netAmount) {
        this.netAmount = netAmount;
    }

    public BigDecimal getTaxAmount() {
        return taxAmount;
    }

    public void setTaxAmount(BigDecimal taxAmount) {
        this.taxAmount = taxAmount;
    }

    public LocalDate getDueDate() {
        return dueDate;
    }

    public void setDueDate(LocalDate dueDate) {
        this.dueDate = dueDate;
    }

    public BigDecimal getReceivedQuantity() {
        return receivedQuantity;
    }

    public void setReceivedQuantity(BigDecimal receivedQuantity) {
        this.receivedQuantity = receivedQuantity;
    }

    public BigDecimal getRejectedQuantity() {
        return rejectedQuantity;
    }

    public void setRejectedQuantity(BigDecimal rejectedQuantity) {
        this.rejectedQuantity = rejectedQuantity;
    }

    public BigDecimal getStockedQuantity() {
        return stockedQuantity;
    }

    public void setStockedQuantity(BigDecimal stockedQuantity) {
        this.stockedQuantity = stockedQuantity;
    }

    public BigDecimal getReturnedQuantity() {
        return returnedQuantity;
    }

    public void setReturnedQuantity(BigDecimal returnedQuantity) {
        this.returnedQuantity = returnedQuantity;
    }

    public BigDecimal getBilledQuantity() {
        return billedQuantity;
    }

    public void setBilledQuantity(BigDecimal billedQuantity) {
        this.billedQuantity = billedQuantity;
    }

    public BigDecimal getReleasedPrice() {
        return releasedPrice;
    }

    public void setReleasedPrice(BigDecimal releasedPrice) {
        this.releasedPrice = releasedPrice;
    }

    public BigDecimal getReleasedQuantity() {
        return releasedQuantity;
    }

    public void setReleasedQuantity(BigDecimal releasedQuantity) {
        this.releasedQuantity = releasedQuantity;
    }

    public String getReleaseReason() {
        return releaseReason;
    }

    public void setReleaseReason(String releaseReason) {
        this.releaseReason = releaseReason;
    }
}
