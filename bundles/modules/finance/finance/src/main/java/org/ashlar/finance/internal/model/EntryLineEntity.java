package org.ashlar.finance.internal.model;

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

/** A line of a journal entry. Amounts are in the document currency and, beside it, in the company currency. */
@Entity
@Table(name = "finance_entry_line")
@Model(value = "finance.entryLine", label = "text", sort = "position")
public class EntryLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "entry_id", nullable = false, updatable = false)
    private EntryEntity entry;

    @Field(readonly = true)
    @Column(name = "line_no", nullable = false)
    private int position;

    @Ref("finance.account")
    @Column(name = "account_id", nullable = false)
    private Long account;

    @Ref("masters.party")
    @Column(name = "party_id")
    private Long party;

    @Ref("masters.product")
    @Column(name = "product_id")
    private Long product;

    @Column(name = "description", length = 1000)
    private String text;

    @Field(defaulted = true)
    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    @Field(currency = "currency", aggregate = "sum")
    @Column(name = "debit", nullable = false, precision = 19, scale = 4)
    private BigDecimal debit = BigDecimal.ZERO;

    @Field(currency = "currency", aggregate = "sum")
    @Column(name = "credit", nullable = false, precision = 19, scale = 4)
    private BigDecimal credit = BigDecimal.ZERO;

    @Field(aggregate = "sum", defaulted = true)
    @Column(name = "company_debit", nullable = false, precision = 19, scale = 4)
    private BigDecimal companyDebit = BigDecimal.ZERO;

    @Field(aggregate = "sum", defaulted = true)
    @Column(name = "company_credit", nullable = false, precision = 19, scale = 4)
    private BigDecimal companyCredit = BigDecimal.ZERO;

    @Column(name = "due_date")
    private LocalDate dueDate;

    @Ref("finance.tax")
    @Field(readonly = true)
    @Column(name = "tax_id")
    private Long tax;

    @Field(readonly = true)
    @Column(name = "tax_base", precision = 19, scale = 4)
    private BigDecimal taxBase;

    @Field(readonly = true)
    @Column(name = "entry_date", nullable = false)
    private LocalDate date;

    @Ref("finance.period")
    @Field(readonly = true)
    @Column(name = "period_id")
    private Long period;

    @Field(readonly = true)
    @Column(name = "posted", nullable = false)
    private boolean posted = false;

    public EntryEntity getEntry() {
        return entry;
    }

    public void setEntry(EntryEntity entry) {
        this.entry = entry;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Long getAccount() {
        return account;
    }

    public void setAccount(Long account) {
        this.account = account;
    }

    public Long getParty() {
        return party;
    }

    public void setParty(Long party) {
        this.party = party;
    }

    public Long getProduct() {
        return product;
    }

    public void setProduct(Long product) {
        this.product = product;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public BigDecimal getDebit() {
        return debit;
    }

    public void setDebit(BigDecimal debit) {
        this.debit = debit;
    }

    public BigDecimal getCredit() {
        return credit;
    }

    public void setCredit(BigDecimal credit) {
        this.credit = credit;
    }

    public BigDecimal getCompanyDebit() {
        return companyDebit;
    }

    public void setCompanyDebit(BigDecimal companyDebit) {
        this.companyDebit = companyDebit;
    }

    public BigDecimal getCompanyCredit() {
        return companyCredit;
    }

    public void setCompanyCredit(BigDecimal companyCredit) {
        this.companyCredit = companyCredit;
    }

    public LocalDate getDueDate() {
        return dueDate;
    }

    public void setDueDate(LocalDate dueDate) {
        this.dueDate = dueDate;
    }

    public Long getTax() {
        return tax;
    }

    public void setTax(Long tax) {
        this.tax = tax;
    }

    public BigDecimal getTaxBase() {
        return taxBase;
    }

    public void setTaxBase(BigDecimal taxBase) {
        this.taxBase = taxBase;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public Long getPeriod() {
        return period;
    }

    public void setPeriod(Long period) {
        this.period = period;
    }

    public boolean isPosted() {
        return posted;
    }

    public void setPosted(boolean posted) {
        this.posted = posted;
    }
}
