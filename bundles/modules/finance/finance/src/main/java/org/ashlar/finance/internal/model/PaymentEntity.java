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

import org.ashlar.finance.internal.service.AllocationRequest;
import org.ashlar.finance.internal.service.UnallocationRequest;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** Money received or paid. */
@Entity
@Table(name = "finance_payment")
@Model(value = "finance.payment", collection = "payments", label = "number", search = {"number", "reference"}, sort = "-date,-id")
@Action(value = "post", from = "DRAFT", posts = true)
@Action(value = "allocate", from = "POSTED", body = AllocationRequest.class)
@Action(value = "unallocate", from = "POSTED", body = UnallocationRequest.class)
public class PaymentEntity extends BaseEntity {

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private PaymentKind kind;

    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private PaymentState state = PaymentState.DRAFT;

    @Field(readonly = true)
    @Column(name = "doc_number", length = 64)
    private String number;

    @Ref("masters.party")
    @Column(name = "party_id", nullable = false)
    private Long party;

    @Field(defaulted = true)
    @Column(name = "payment_date", nullable = false)
    private LocalDate date;

    /** Bank or cash account. */
    @Ref("finance.account")
    @Field(defaulted = true)
    @Column(name = "account_id", nullable = false)
    private Long account;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Field(currency = "currency", aggregate = "sum")
    @Column(name = "amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal amount;

    /** What it was worth in the company currency; empty: by the rate of the date. */
    @Column(name = "company_amount", precision = 19, scale = 4)
    private BigDecimal companyAmount;

    /** Not yet allocated: an advance. */
    @Field(readonly = true, currency = "currency", aggregate = "sum")
    @Column(name = "open_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal openAmount = BigDecimal.ZERO;

    @Column(name = "reference", length = 255)
    private String reference;

    @Ref("finance.entry")
    @Field(readonly = true)
    @Column(name = "entry_id")
    private Long entry;

    @Lines("finance.paymentLine")
    @OneToMany(mappedBy = "payment", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PaymentLineEntity> lines = new ArrayList<>();

    public PaymentKind getKind() {
        return kind;
    }

    public void setKind(PaymentKind kind) {
        this.kind = kind;
    }

    public PaymentState getState() {
        return state;
    }

    public void setState(PaymentState state) {
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

    public Long getAccount() {
        return account;
    }

    public void setAccount(Long account) {
        this.account = account;
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

    public BigDecimal getCompanyAmount() {
        return companyAmount;
    }

    public void setCompanyAmount(BigDecimal companyAmount) {
        this.companyAmount = companyAmount;
    }

    public BigDecimal getOpenAmount() {
        return openAmount;
    }

    public void setOpenAmount(BigDecimal openAmount) {
        this.openAmount = openAmount;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public Long getEntry() {
        return entry;
    }

    public void setEntry(Long entry) {
        this.entry = entry;
    }

    public List<PaymentLineEntity> getLines() {
        return lines;
    }
}
