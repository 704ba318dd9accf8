package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/**
 * What is asked of everybody, of those with a role (in whatever company), or of one user: a second step, and addresses to come
 * from. Every rule that applies must be met.
 */
@Entity
@Table(name = "platform_sign_in_rule")
@Model(value = "platform.signInRule", collection = "sign-in-rules", label = "name", search = "name", sort = "name",
        naturalKey = "name", companyScoped = false, portable = true)
public class SignInRuleEntity extends BaseEntity {
    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Code of a role; with {@link #user} empty too: everybody. */
    @Column(name = "role_code", length = 64)
    private String role;

    @Ref("platform.user")
    @Column(name = "user_id")
    private Long user;

    @Column(name = "demands_totp", nullable = false)
    private boolean demandsTotp;

    /** Addresses and CIDR ranges, separated by blanks or commas; empty: from everywhere. */
    @Column(name = "networks", length = 2000)
    private String networks;

    @Field(defaulted = true)
    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getRole() {
        return role;
    }

    public Long getUser() {
        return user;
    }

    public boolean isDemandsTotp() {
        return demandsTotp;
    }

    public String getNetworks() {
        return networks;
    }

    public boolean isActive() {
        return active;
    }
}
