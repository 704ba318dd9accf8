package org.ashlar.finance.internal.model;

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

import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.internal.service.InvoicePayment;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** A customer or vendor invoice or credit note. */
@Entity
@Table(name = "finance_invoice")
@Model(value = "finance.invoice", collection = "invoices", label = "number", search = {"number", "reference", "text"},
        sort = "-date,-id", portal = "party;state!=DRAFT;state!=CANCELLED")
@Action(value = "post", from = "DRAFT", posts = true)
@Action(value = "cancel", from = "DRAFT")
@Action(value = "credit", from = {"POSTED", "PAID"})
@Action(value = "pay", from = "POSTED", posts = true, body = InvoicePayment.class)
public class InvoiceEntity extends BaseEntity {

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 32)
    private InvoiceKind kind;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private InvoiceState state = InvoiceState.DRAFT;

    @Field(readonly = true)
    @Column(name = "doc_number", length = 64)
    private String number;

    @Ref("masters.party")
    @Column(name = "party_id", nullable = false)
    private Long party;

    @Field(defaulted = true)
    @Column(name = "invoice_date", nullable = false)
    private LocalDate date;

    @Field(defaulted = true)
    @Column(name = "due_date", nullable = false)
    private LocalDate dueDate;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    /** The vendor's own number on bills. */
    @Column(name = "reference", length = 255)
    private String reference;

    @Column(name = "description", length = 1000)
    private String text;

    /** Model of the document that it stands for. */
    @Field(readonly = true)
    @Column(name = "source_model", length = 64)
    private String sourceModel;

    @Field(readonly = true)
    @Column(name = "source_id")
    private Long sourceId;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "net_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal netAmount = BigDecimal.ZERO;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "tax_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal taxAmount = BigDecimal.ZERO;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "total_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal totalAmount = BigDecimal.ZERO;

    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "open_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal openAmount = BigDecimal.ZERO;

    @Ref("finance.entry")
    @Field(readonly = true)
    @Column(name = "entry_id")
    private Long entry;

    /** The invoice that a credit note takes back. */
    @Ref("finance.invoice")
    @Field(readonly = true)
    @Column(name = "origin_id")
    private Long origin;

    /** Vendor and vendor's number; unique in the company, so that no bill is entered twice. */
    @Field(hidden = true, readonly = true)
    @Column(name = "duplicate_key", length = 300)
    private String duplicateKey;

    @Lines("finance.invoiceLine")
    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<InvoiceLineEntity> lines = new ArrayList<>();

    public InvoiceKind getKind() {
        return kind;
    }

    public void setKind(InvoiceKind kind) {
        this.kind = kind;
    }

    public InvoiceState getState() {
        return state;
    }

    public void setState(InvoiceState state) {
        this.state = state;
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

    public LocalDate getDueDate() {
        return dueDate;
    }

    public void setDueDate(LocalDate dueDate) {
        this.dueDate = dueDate;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSourceModel() {
        return sourceModel;
    }

    public void setSourceModel(String sourceModel) {
        this.sourceModel = sourceModel;
    }

    public Long getSourceId() {
        return sourceId;
    }

    public void setSourceId(Long sourceId) {
        this.sourceId = sourceId;
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

    public BigDecimal getTotalAmount() {
        return totalAmount;
    }

    public void setTotalAmount(BigDecimal totalAmount) {
        this.totalAmount = totalAmount;
    }

    public BigDecimal getOpenAmount() {
        return openAmount;
    }

    public void setOpenAmount(BigDecimal openAmount) {
        this.openAmount = openAmount;
    }

    public Long getEntry() {
        return entry;
    }

    public void setEntry(Long entry) {
        this.entry = entry;
    }

    public Long getOrigin() {
        return origin;
    }

    public void setOrigin(Long origin) {
        this.origin = origin;
    }

    public String getDuplicateKey() {
        return duplicateKey;
    }

    public void setDuplicateKey(String duplicateKey) {
        this.duplicateKey = duplicateKey;
    }

    public List<InvoiceLineEntity> getLines() {
        return lines;
    }
}
