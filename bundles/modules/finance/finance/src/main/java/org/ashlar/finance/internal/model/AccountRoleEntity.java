package org.ashlar.finance.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

import org.ashlar.finance.AccountRole;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** Which account of the company fills a role. */
@Entity
@Table(name = "finance_account_role")
@Model(value = "finance.accountRole", collection = "account-roles", label = "role", sort = "role", naturalKey = "role")
public class AccountRoleEntity extends BaseEntity {

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "role_name", nullable = false, length = 64)
    private AccountRole role;

    @Ref("finance.account")
    @Column(name = "account_id", nullable = false)
    private Long account;

    public AccountRole getRole() {
        return role;
    }

    public void setRole(AccountRole role) {
        this.role = role;
    }

    public Long getAccount() {
        return account;
    }

    public void setAccount(Long account) {
        this.account = account;
    }
}
