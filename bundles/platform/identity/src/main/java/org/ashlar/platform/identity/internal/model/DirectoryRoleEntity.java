package org.ashlar.platform.identity.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** Members of this group of a directory have this role. */
@Entity
@Table(name = "platform_directory_role")
@Model(value = "platform.directoryRole", label = "group", companyScoped = false)
public class DirectoryRoleEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "directory_id", nullable = false)
    private DirectoryEntity directory;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    /** Distinguished name, or the value of its first part. */
    @Column(name = "group_name", nullable = false, length = 500)
    private String group;

    @Column(name = "role_code", nullable = false, length = 64)
    private String role;

    public DirectoryEntity getDirectory() {
        return directory;
    }

    public void setDirectory(DirectoryEntity directory) {
        this.directory = directory;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getGroup() {
        return group;
    }

    public String getRole() {
        return role;
    }
}
