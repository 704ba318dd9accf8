package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/**
 * A role of a user in one company, or in all companies if none is named. The role is named by its code because default
 * roles live in module bundles and not in the table of roles.
 */
@Entity
@Table(name = "platform_user_role")
@Model(value = "platform.userRole", label = "role", companyScoped = false)
public class UserRoleEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", nullable = false)
    private UserEntity user;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "role_code", nullable = false, length = 64)
    private String role;

    @Ref("platform.company")
    @Column(name = "company")
    private Long company;

    @PostLoad
    void loaded() {
        user.remember(new RoleGiven(role, company));
    }

    public void setUser(UserEntity user) {
        this.user = user;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public Long getCompany() {
        return company;
    }

    public void setCompany(Long company) {
        this.company = company;
    }
}
