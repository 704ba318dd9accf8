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

/** A role that every member of a group has, in one company or in all. */
@Entity
@Table(name = "platform_group_role")
@Model(value = "platform.groupRole", label = "role", companyScoped = false)
public class GroupRoleEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "group_id", nullable = false)
    private GroupEntity group;

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
        group.remember(new RoleGiven(role, company));
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getRole() {
        return role;
    }

    public Long getCompany() {
        return company;
    }
}
