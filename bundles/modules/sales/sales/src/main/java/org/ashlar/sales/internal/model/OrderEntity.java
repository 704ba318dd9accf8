package org.ashlar.sales.internal.model;

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
import org.ashlar.sales.OrderState;
import org.ashlar.sales.Progress;
import org.ashlar.sales.internal.action.QuantitiesBody;
import org.ashlar.sales.internal.action.ReturnBody;

/** A quotation and, once confirmed, the order that it became. */
@Entity
@Table(name = "sales_order")
@Model(value = "sales.order", collection = "orders", label = "number", search = {"number", "quotationNumber", "customerReference"},
        sort = "-date,-number", naturalKey = "number", portal = "party;state!=DRAFT")
@Action(value = "send", from = "DRAFT")
@Action(value = "confirm", from = {"DRAFT", "SENT"}, posts = true)
@Action(value = "planDelivery", from = "CONFIRMED", posts = true, body = QuantitiesBody.class)
@Action(value = "deliver", from = "CONFIRMED", posts = true, body = QuantitiesBody.class)
@Action(value = "invoice", from = "CONFIRMED", posts = true, body = QuantitiesBody.class)
@Action(value = "return", from = {"CONFIRMED", "DONE"}, posts = true, body = ReturnBody.class)
@Action(value = "credit", from = {"CONFIRMED", "DONE"}, posts = true, body = QuantitiesBody.class)
@Action(value = "close", from = "CONFIRMED")
@Action(value = "cancel", from = {"DRAFT", "SENT", "CONFIRMED"})
@Action(value = "reopen", from = {"SENT", "CONFIRMED", "CANCELLED"})
public class OrderEntity extends BaseEntity {

    /** Taken from the series unless given; a quotation's number gives way to an order number when it is confirmed. */
    @Field(createOnly = true, defaulted = true)
    @Column(name = "order_no", nullable = false, length = 64)
    private String number;

    @Field(readonly = true)
    @Column(name = "quotation_no", length = 64)
    private String quotationNumber;

    /** Customer. */
    @Ref("masters.party")
    @Column(name = "party_id", nullable = false)
    private Long party;

    @Field(defaulted = true)
    @Column(name = "order_date", nullable = false)
    private LocalDate date;

    @Column(name = "requested_date")
    private LocalDate requestedDate;

    @Field(readonly = true)
    @Column(name = "confirmed_date")
    private LocalDate confirmedDate;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Ref("masters.priceList")
    @Column(name = "price_list_id")
    private Long priceList;

    @Column(name = "payment_term_days")
    private Integer paymentTermDays;

    /** Where to deliver from; inventory decides while it is empty. */
    @Ref("inventory.warehouse")
    @Column(name = "warehouse_id")
    private Long warehouse;

    @Column(name = "customer_reference", length = 255)
    private String customerReference;

    /** Whether confirming may reserve less than ordered. */
    @Column(name = "partial_reservation", nullable = false)
    private boolean partialReservation;

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
    private OrderState state = OrderState.DRAFT;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "delivery_status", nullable = false, length = 16)
    private Progress deliveryStatus;

    @Field(readonly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "invoice_status", nullable = false, length = 16)
    private Progress invoiceStatus;

    /** Imported as it was elsewhere: amounts and state are taken as given and it is never edited. */
    @Field(createOnly = true)
    @Column(name = "historic", nullable = false)
    private boolean historic;

    /** State at import; {@code state} may be given instead. */
    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "historic_state", length = 16)
    private OrderState historicState;

    @Column(name = "note", length = 4000)
    private String note;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("lineNo")
    @Lines("sales.orderLine")
    private List<OrderLineEntity> lines = new ArrayList<>();

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

    public String getQuotationNumber() {
        return quotationNumber;
    }

    public void setQuotationNumber(String quotationNumber) {
        this.quotationNumber = quotationNumber;
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

    public LocalDate getRequestedDate() {
        return requestedDate;
    }

    public void setRequestedDate(LocalDate requestedDate) {
        this.requestedDate = requestedDate;
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

    public Long getPriceList() {
        return priceList;
    }

    public void setPriceList(Long priceList) {
        this.priceList = priceList;
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

    public String getCustomerReference() {
        return customerReference;
    }

    public void setCustomerReference(String customerReference) {
        this.customerReference = customerReference;
    }

    public boolean isPartialReservation() {
        return partialReservation;
    }

    public void setPartialReservation(boolean partialReservation) {
        this.partialReservation = partialReservation;
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

    public OrderState getState() {
        return state;
    }

    public void setState(OrderState state) {
        this.state = state;
    }

    public Progress getDeliveryStatus() {
        return deliveryStatus;
    }

    public void setDeliveryStatus(Progress deliveryStatus) {
        this.deliveryStatus = deliveryStatus;
    }

    public Progress getInvoiceStatus() {
        return invoiceStatus;
    }

    public void setInvoiceStatus(Progress invoiceStatus) {
        this.invoiceStatus = invoiceStatus;
    }

    public boolean isHistoric() {
        return historic;
    }

    public void setHistoric(boolean historic) {
        this.historic = historic;
    }

    public OrderState getHistoricState() {
        return historicState;
    }

    public void setHistoricState(OrderState historicState) {
        this.historicState = historicState;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public List<OrderLineEntity> getLines() {
        return lines;
    }
}
