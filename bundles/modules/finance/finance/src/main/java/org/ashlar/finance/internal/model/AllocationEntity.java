package org.ashlar.finance.internal.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Settles a debit item with a credit item of the same party. Never changed: taking it back is a row with negative amounts. */
@Entity
@Table(name = "finance_allocation")
@Model(value = "finance.allocation", collection = "allocations", label = "id", sort = "-id", creatable = false,
        updatable = false, deletable = false)
public class AllocationEntity extends BaseEntity {

    @Ref("finance.openItem")
    @Column(name = "debit_item_id", nullable = false)
    private Long debitItem;

    @Ref("finance.openItem")
    @Column(name = "credit_item_id", nullable = false)
    private Long creditItem;

    @Column(name = "alloc_date", nullable = false)
    private LocalDate date;

    /** In the currency of the debit item. */
    @Column(name = "debit_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal debitAmount;

    /** In the currency of the credit item. */
    @Column(name = "credit_amount", nullable = false, precision = 19, scale = 4)
    private BigDecimal creditAmount;

    @Column(name = "company_debit", nullable = false, precision = 19, scale = 4)
    private BigDecimal companyDebit;

    @Column(name = "company_credit", nullable = false, precision = 19, scale = 4)
    private BigDecimal companyCredit;

    /** Entry of the realised exchange difference. */
    @Ref("finance.entry")
    @Column(name = "difference_entry_id")
    private Long differenceEntry;

    @Ref("finance.allocation")
    @Column(name = "reverses_id")
    private Long reverses;

    @Ref("finance.invoice")
    @Column(name = "invoice_id")
    private Long invoice;

    @Ref("finance.payment")
    @Column(name = "payment_id")
    private Long payment;

    public Long getDebitItem() {
        return debitItem;
    }

    public void setDebitItem(Long debitItem) {
        this.debitItem = debitItem;
    }

    public Long getCreditItem() {
        return creditItem;
    }

    public void setCreditItem(Long creditItem) {
        this.creditItem = creditItem;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public BigDecimal getDebitAmount() {
        return debitAmount;
    }

    public void setDebitAmount(BigDecimal debitAmount) {
        this.debitAmount = debitAmount;
    }

    public BigDecimal getCreditAmount() {
        return creditAmount;
    }

    public void setCreditAmount(BigDecimal creditAmount) {
        this.creditAmount = creditAmount;
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

    public Long getDifferenceEntry() {
        return differenceEntry;
    }

    public void setDifferenceEntry(Long differenceEntry) {
        this.differenceEntry = differenceEntry;
    }

    public Long getReverses() {
        return reverses;
    }

    public void setReverses(Long reverses) {
        this.reverses = reverses;
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
}
