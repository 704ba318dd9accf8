package org.ashlar.purchasing.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;
import org.ashlar.purchasing.Progress;
import org.ashlar.purchasing.PurchaseOrderState;
import org.ashlar.purchasing.internal.action.BillBody;
import org.ashlar.purchasing.internal.action.ReceiveBody;
import org.ashlar.purchasing.internal.action.ReleaseBody;
import org.ashlar.purchasing.internal.action.ReturnBody;

/** What is bought from a vendor: request, binding order and, imported, history. */
@Entity
@Table(name = "purchasing_order")
@Model(value = "purchasing.order", collection = "orders", label = "number", search = {"number", "vendorReference"},
        sort = "-date,-number", naturalKey = "number", portal = "party;state!=DRAFT")
@Action(value = "send", from = "DRAFT")
@Action(value = "confirm", from = {"DRAFT", "SENT"}, posts = true)
@Action(value = "reject", from = {"DRAFT", "SENT"})
@Action(value = "receive", from = "CONFIRMED", posts = true, body = ReceiveBody.class)
@Action(value = "bill", from = "CONFIRMED", posts = true, body = BillBody.class)
@Action(value = "return", from = {"CONFIRMED", "DONE"}, posts = true, body = ReturnBody.class)
@Action(value = "credit", from = {"CONFIRMED", "DONE"}, posts = true, body = BillBody.class)
@Action(value = "releaseVariance", from = {"CONFIRMED", "DONE"}, body = ReleaseBody.class)
@Action(value = "close", from = "CONFIRMED")
@Action(value = "cancel", from = {"DRAFT", "SENT", "CONFIRMED"})
@Action(value = "reopen", from = {"SENT", "REJECTED", "CONFIRMED", "CANCELLED"})
public class PurchaseOrderEntity extends BaseEntity {

    /** Taken from the series unless given. */
    @Field(createOnly = true, defaulted = true)
    @Column(name = "order_no", nullable = false, length = 64)
    private String number;

    /** Vendor. */
    @Ref("masters.party")
    @Column(name = "party_id", nullable = false)
    private Long party;

    @Field(defaulted = true)
    @Column(name = "order_date", nullable = false)
    private LocalDate date;

    @Column(name = "expected_date")
    private LocalDate expectedDate;

    @Field(readonly = true)
    @Column(name = "confirmed_date")
    private LocalDate confirmedDate;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Column(name = "payment_term_days")
    private Integer paymentTermDays;

    /** Where the goods are received; inventory decides while it is empty. */
    @Ref("inventory.warehouse")
    @Column(name = "warehouse_id")
    private Long warehouse;

    @Column(name = "vendor_reference", length = 255)
    private String vendorReference;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "net_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal netAmount;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "tax_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal taxAmount;

    /** History only; a new order carries freight as a line. */
    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "freight_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal freightAmount;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "total_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal totalAmount;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private PurchaseOrderState state = PurchaseOrderState.DRAFT;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "receipt_status", nullable = false, length = 16)
    private Progress receiptStatus;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "bill_status", nullable = false, length = 16)
    private Progress billStatus;

    /** Imported as it was elsewhere: amounts and state are taken as given and it is never edited. */
    @Field(createOnly = true)
    @Column(name = "historic", nullable = false)
    private boolean historic;

    /** State at import; {@code state} may be given instead. */
    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "historic_state", length = 16)
    private PurchaseOrderState historicState;

    @Column(name = "note", length = 4000)
    private String note;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("lineNo")
    @Lines("purchasing.orderLine")
    private List<PurchaseOrderLineEntity> lines = new ArrayList<>();

    /** Set while an action of the module changes the record: the rules for edits by users do not apply then. */
    @Transient
    private boolean acting;


    /** Whether an action of the module is at work. */
    public boolean isActing() {
        return acting;
    }

    /** Says that an action of the module changes the record from now on; never reset, the entity ends with its transaction. */
    public void act() {
        acting = true;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public LocalDate getExpectedDate() {
        return expectedDate;
    }

    public void setExpectedDate(LocalDate expectedDate) {
        this.expectedDate = expectedDate;
    }

    public LocalDate getConfirmedDate() {
        return confirmedDate;
    }

    public void setConfirmedDate(LocalDate confirmedDate) {
        this.confirmedDate = confirmedDate;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public Integer getPaymentTermDays() {
        return paymentTermDays;
    }

    public void setPaymentTermDays(Integer paymentTermDays) {
        this.paymentTermDays = paymentTermDays;
    }

    public Long getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(Long warehouse) {
        this.warehouse = warehouse;
    }

    public String getVendorReference() {
        return vendorReference;
    }

    public void setVendorReference(String vendorReference) {
        this.vendorReference = vendorReference;
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

    public BigDecimal getFreightAmount() {
        return freightAmount;
    }

    public void setFreightAmount(BigDecimal freightAmount) {
        this.freightAmount = freightAmount;
    }

    public BigDecimal getTotalAmount() {
        return totalAmount;
    }

    public void setTotalAmount(BigDecimal totalAmount) {
        this.totalAmount = totalAmount;
    }

    public PurchaseOrderState getState() {
        return state;
    }

    public void setState(PurchaseOrderState state) {
        this.state = state;
    }

    public Progress getReceiptStatus() {
        return receiptStatus;
    }

    public void setReceiptStatus(Progress receiptStatus) {
        this.receiptStatus = receiptStatus;
    }

    public Progress getBillStatus() {
        return billStatus;
    }

    public void setBillStatus(Progress billStatus) {
        this.billStatus = billStatus;
    }

    public boolean isHistoric() {
        return historic;
    }

    public void setHistoric(boolean historic) {
        this.historic = historic;
    }

    public PurchaseOrderState getHistoricState() {
        return historicState;
    }

    public void setHistoricState(PurchaseOrderState historicState) {
        this.historicState = historicState;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public List<PurchaseOrderLineEntity> getLines() {
        return lines;
    }
}
