package org.ashlar.finance.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

import org.ashlar.finance.AccountType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** An account of the chart of accounts. */
@Entity
@Table(name = "finance_account")
@Model(value = "finance.account", collection = "accounts", label = "code", search = {"code", "name", "nameZh"}, sort = "code",
        naturalKey = "code")
public class AccountEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Chinese name; shown to Chinese users. */
    @Column(name = "name_zh", length = 255)
    private String nameZh;

    @Enumerated(EnumType.STRING)
    @Column(name = "account_type", nullable = false, length = 16)
    private AccountType type;

    @Ref("finance.account")
    @Column(name = "parent_id")
    private Long parent;

    /** Only groups other accounts; entries on it are refused. */
    @Column(name = "heading", nullable = false)
    private boolean heading = false;

    /** Its lines are open items of a party. */
    @Column(name = "reconcilable", nullable = false)
    private boolean reconcilable = false;

    /** If set, only this currency may be posted. */
    @Column(name = "currency", length = 3)
    private String currency;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    /** Account of the group's chart that it is consolidated into; without, its role and its own code decide. */
    @Column(name = "group_code", length = 64)
    private String groupCode;

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

    public AccountType getType() {
        return type;
    }

    public void setType(AccountType type) {
        this.type = type;
    }

    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }

    public boolean isHeading() {
        return heading;
    }

    public void setHeading(boolean heading) {
        this.heading = heading;
    }

    public boolean isReconcilable() {
        return reconcilable;
    }

    public void setReconcilable(boolean reconcilable) {
        this.reconcilable = reconcilable;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getGroupCode() {
        return groupCode;
    }

    public void setGroupCode(String groupCode) {
        this.groupCode = groupCode;
    }
}
