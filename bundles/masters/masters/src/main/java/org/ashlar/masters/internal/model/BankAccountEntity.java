package org.ashlar.masters.internal.model;

import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.SealedText;

/** A bank account of a party. */
@Entity
@Table(name = "masters_bank_account")
@Model(value = "masters.bankAccount", label = "bankName")
public class BankAccountEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "party_id", nullable = false)
    private PartyEntity party;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    /** Sealed in the database. */
    @Convert(converter = SealedText.class)
    @Column(name = "account_no", nullable = false, length = 64)
    private String number;

    @Column(name = "holder", nullable = true, length = 255)
    private String holder;

    @Column(name = "bank_name", nullable = true, length = 255)
    private String bankName;

    @Column(name = "bank_code", nullable = true, length = 32)
    private String bankCode;

    @Column(name = "currency", nullable = true, length = 3)
    private String currency;

    public PartyEntity getParty() {
        return party;
    }

    public void setParty(PartyEntity party) {
        this.party = party;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public String getBankName() {
        return bankName;
    }

    public void setBankName(String bankName) {
        this.bankName = bankName;
    }

    public String getBankCode() {
        return bankCode;
    }

    public void setBankCode(String bankCode) {
        this.bankCode = bankCode;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }
}
