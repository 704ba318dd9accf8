package org.ashlar.platform.security.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;

/** People who have the same roles, for example a department. */
@Entity
@Table(name = "platform_group")
@Model(value = "platform.group", collection = "groups", label = "title", search = {"code", "title"}, sort = "code",
        naturalKey = "code", companyScoped = false)
public class GroupEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    @Lines("platform.groupRole")
    @OneToMany(mappedBy = "group", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<GroupRoleEntity> roles = new ArrayList<>();

    @Lines("platform.groupMember")
    @OneToMany(mappedBy = "group", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<GroupMemberEntity> members = new ArrayList<>();

    /** Roles as they were when the lines were loaded. */
    private transient Set<RoleGiven> loadedRoles = new HashSet<>();

    public String getCode() {
        return code;
    }

    public List<GroupRoleEntity> getRoles() {
        return roles;
    }

    public List<GroupMemberEntity> getMembers() {
        return members;
    }

    /** The roles before this change; empty while the lines have not been loaded. */
    public Set<RoleGiven> loadedRoles() {
        return Set.copyOf(loadedRoles);
    }

    /** Called by each line when it is loaded; public for the lazy stand-in of the owner. */
    public void remember(RoleGiven role) {
        loadedRoles.add(role);
    }
}
