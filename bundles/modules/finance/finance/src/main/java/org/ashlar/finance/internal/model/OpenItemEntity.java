package org.ashlar.finance.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A line on a control account that waits to be settled. Signed: what the party owes us is positive. */
@Entity
@Table(name = "finance_open_item")
@Model(value = "finance.openItem", collection = "open-items", label = "number", search = "number", sort = "dueDate,id",
        creatable = false,
        updatable = false, deletable = false)
public class OpenItemEntity extends BaseEntity {

    @Ref("masters.party")
    @Column(name = "party_id", nullable = false)
    private Long party;

    @Ref("finance.account")
    @Column(name = "account_id", nullable = false)
    private Long account;

    @Ref("finance.entry")
    @Column(name = "entry_id", nullable = false)
    private Long entry;

    @Column(name = "line_id", nullable = false)
    private Long lineId;

    @Ref("finance.invoice")
    @Column(name = "invoice_id")
    private Long invoice;

    @Ref("finance.payment")
    @Column(name = "payment_id")
    private Long payment;

    @Column(name = "doc_number", length = 64)
    private String number;

    @Column(name = "item_date", nullable = false)
    private LocalDate date;

    @Column(name = "due_date", nullable = false)
    private LocalDate dueDate;

    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Field(currency = "currency", aggregate = "sum")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    /** What is still open. */
    @Field(currency = "currency", aggregate = "sum")
    @Column(name = "residual", nullable = false, precision = 19, scale = 4)
    private BigDecimal residual;

    @Field(aggregate = "sum")
    @Column(name = "company_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal companyAmount;

    @Field(aggregate = "sum")
    @Column(name = "company_residual", nullable = false, precision = 19, scale = 4)
    private BigDecimal companyResidual;

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
    }

    public Long getAccount() {
        return account;
    }

    public void setAccount(Long account) {
        this.account = account;
    }

    public Long getEntry() {
        return entry;
    }

    public void setEntry(Long entry) {
        this.entry = entry;
    }

    public Long getLineId() {
        return lineId;
    }

    public void setLineId(Long lineId) {
        this.lineId = lineId;
    }

    public Long getInvoice() {
        return invoice;
    }

    public void setInvoice(Long invoice) {
        this.invoice = invoice;
    }

    public Long getPayment() {
        return payment;
    }

    public void setPayment(Long payment) {
        this.payment = payment;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
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

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public BigDecimal getResidual() {
        return residual;
    }

    public void setResidual(BigDecimal residual) {
        this.residual = residual;
    }

    public BigDecimal getCompanyAmount() {
        return companyAmount;
    }

    public void setCompanyAmount(BigDecimal companyAmount) {
        this.companyAmount = companyAmount;
    }

    public BigDecimal getCompanyResidual() {
        return companyResidual;
    }

    public void setCompanyResidual(BigDecimal companyResidual) {
        this.companyResidual = companyResidual;
    }
}
