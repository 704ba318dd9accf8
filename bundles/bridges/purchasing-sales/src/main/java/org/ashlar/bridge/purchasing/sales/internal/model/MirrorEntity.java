package org.ashlar.bridge.purchasing.sales.internal.model;

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
import org.ashlar.platform.model.State;

/**
 * One company's view of an intercompany order: its own order beside number and amount of the other company's. Each company
 * has a row of its own, so nobody needs rights in the other one to see that the order is there, and nobody gets any.
 */
@Entity
@Table(name = "purchasing_sales_mirror")
@Model(value = "purchasing-sales.mirror", collection = "mirrors", label = "partnerNumber", search = {"number", "partnerNumber"},
        creatable = false, updatable = false, deletable = false)
public class MirrorEntity extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @Column(name = "side", nullable = false, length = 16)
    private Side side;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private MirrorState state = MirrorState.DRAFT;

    @Ref("sales.order")
    @Column(name = "sales_order_id")
    private Long salesOrder;

    @Ref("purchasing.order")
    @Column(name = "purchase_order_id")
    private Long purchaseOrder;

    /** Of the own order. */
    @Column(name = "own_no", nullable = false, length = 64)
    private String number;

    @Ref("platform.company")
    @Column(name = "partner_company_id", nullable = false)
    private Long partnerCompany;

    /** Kept as text: who may not read companies still sees whose order it is. */
    @Column(name = "partner_name", nullable = false, length = 255)
    private String partnerName;

    @Column(name = "partner_no", nullable = false, length = 64)
    private String partnerNumber;

    @Field(hidden = true)
    @Column(name = "partner_order_id", nullable = false)
    private Long partnerOrder;

    /** The other company's row. */
    @Field(hidden = true)
    @Column(name = "twin_id", nullable = false)
    private Long twin;

    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Field(currency = "currency")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    @Field(currency = "currency")
    @Column(name = "partner_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal partnerAmount;

    public Side getSide() {
        return side;
    }

    public void setSide(Side side) {
        this.side = side;
    }

    public MirrorState getState() {
        return state;
    }

    public void setState(MirrorState state) {
        this.state = state;
    }

    public Long getSalesOrder() {
        return salesOrder;
    }

    public void setSalesOrder(Long salesOrder) {
        this.salesOrder = salesOrder;
    }

    public Long getPurchaseOrder() {
        return purchaseOrder;
    }

    public void setPurchaseOrder(Long purchaseOrder) {
        this.purchaseOrder = purchaseOrder;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Long getPartnerCompany() {
        return partnerCompany;
    }

    public void setPartnerCompany(Long partnerCompany) {
        this.partnerCompany = partnerCompany;
    }

    public String getPartnerName() {
        return partnerName;
    }

    public void setPartnerName(String partnerName) {
        this.partnerName = partnerName;
    }

    public String getPartnerNumber() {
        return partnerNumber;
    }

    public void setPartnerNumber(String partnerNumber) {
        this.partnerNumber = partnerNumber;
    }

    public Long getPartnerOrder() {
        return partnerOrder;
    }

    public void setPartnerOrder(Long partnerOrder) {
        this.partnerOrder = partnerOrder;
    }

    public Long getTwin() {
        return twin;
    }

    public void setTwin(Long twin) {
        this.twin = twin;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public BigDecimal getPartnerAmount() {
        return partnerAmount;
    }

    public void setPartnerAmount(BigDecimal partnerAmount) {
        this.partnerAmount = partnerAmount;
    }
}
