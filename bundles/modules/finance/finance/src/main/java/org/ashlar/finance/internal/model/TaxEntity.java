package org.ashlar.finance.internal.model;

import java.math.BigDecimal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.domain.TaxKind;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** A tax code. */
@Entity
@Table(name = "finance_tax")
@Model(value = "finance.tax", collection = "taxes", label = "code", search = {"code", "name", "nameZh"}, sort = "sequence,code",
        naturalKey = "code")
public class TaxEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Chinese name; shown to Chinese users. */
    @Column(name = "name_zh", length = 255)
    private String nameZh;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope", nullable = false, length = 16)
    private TaxScope scope;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private TaxKind kind;

    /** Percent, or amount per unit if fixed; negative: withheld. */
    @Column(name = "rate", nullable = false, precision = 19, scale = 6)
    private BigDecimal rate;

    /** Prices contain it. */
    @Column(name = "inclusive", nullable = false)
    private boolean inclusive = false;

    /** Taxes computed later are on top of it. */
    @Column(name = "included_in_base", nullable = false)
    private boolean includedInBase = false;

    @Column(name = "seq_no", nullable = false)
    private int sequence = 10;

    @Enumerated(EnumType.STRING)
    @Column(name = "role_name", nullable = false, length = 64)
    private AccountRole role;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public TaxScope getScope() {
        return scope;
    }

    public void setScope(TaxScope scope) {
        this.scope = scope;
    }

    public TaxKind getKind() {
        return kind;
    }

    public void setKind(TaxKind kind) {
        this.kind = kind;
    }

    public BigDecimal getRate() {
        return rate;
    }

    public void setRate(BigDecimal rate) {
        this.rate = rate;
    }

    public boolean isInclusive() {
        return inclusive;
    }

    public void setInclusive(boolean inclusive) {
        this.inclusive = inclusive;
    }

    public boolean isIncludedInBase() {
        return includedInBase;
    }

    public void setIncludedInBase(boolean includedInBase) {
        this.includedInBase = includedInBase;
    }

    public int getSequence() {
        return sequence;
    }

    public void setSequence(int sequence) {
        this.sequence = sequence;
    }

    public AccountRole getRole() {
        return role;
    }

    public void setRole(AccountRole role) {
        this.role = role;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
