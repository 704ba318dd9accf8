package org.ashlar.finance.internal.model;

import java.math.BigDecimal;

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

/** An invoice that a payment is to settle when it is posted. */
@Entity
@Table(name = "finance_payment_line")
@Model(value = "finance.paymentLine", label = "invoice", sort = "position")
public class PaymentLineEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "payment_id", nullable = false, updatable = false)
    private PaymentEntity payment;

    @Field(readonly = true)
    @Column(name = "line_no", nullable = false)
    private int position;

    @Ref("finance.invoice")
    @Column(name = "invoice_id", nullable = false)
    private Long invoice;

    /** In the invoice's currency; empty: as much as possible. */
    @Column(name = "amount", precision = 19, scale = 4)
    private BigDecimal amount;

    public PaymentEntity getPayment() {
        return payment;
    }

    public void setPayment(PaymentEntity payment) {
        this.payment = payment;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Long getInvoice() {
        return invoice;
    }

    public void setInvoice(Long invoice) {
        this.invoice = invoice;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }
}
