package org.ashlar.platform.security.internal.model;

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

/** A user in a group. */
@Entity
@Table(name = "platform_group_member")
@Model(value = "platform.groupMember", label = "user", companyScoped = false)
public class GroupMemberEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "group_id", nullable = false)
    private GroupEntity group;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    public void setPosition(Integer position) {
        this.position = position;
    }

    public Long getUser() {
        return user;
    }
}
