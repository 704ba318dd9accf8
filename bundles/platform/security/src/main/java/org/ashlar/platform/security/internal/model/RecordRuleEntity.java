package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/**
 * Which records of a model a role may see or change: those that match the filter. Several rules of one role widen each
 * other, and so do several roles; a rule of role {@code *} binds everybody besides.
 */
@Entity
@Table(name = "platform_record_rule")
@Model(value = "platform.recordRule", collection = "record-rules", label = "title", search = {"code", "title", "model"},
        sort = "model,role,code", naturalKey = "code", companyScoped = false, portable = true)
public class RecordRuleEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    /** Code of the role, or {@code *} for everybody. */
    @Column(name = "role_code", nullable = false, length = 64)
    private String role;

    @Column(name = "model", nullable = false, length = 128)
    private String model;

    /** RSQL with placeholders. */
    @Column(name = "filter_text", nullable = false, length = 4000)
    private String filter;

    @Column(name = "for_read", nullable = false)
    private boolean read = true;

    @Column(name = "for_write", nullable = false)
    private boolean write = true;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    /** Role before this change. */
    private transient String loadedRole;

    @PostLoad
    void loaded() {
        loadedRole = role;
    }

    public String getCode() {
        return code;
    }

    public String getRole() {
        return role;
    }

    public String getLoadedRole() {
        return loadedRole;
    }

    public String getModel() {
        return model;
    }

    public String getFilter() {
        return filter;
    }

    public boolean isRead() {
        return read;
    }

    public boolean isWrite() {
        return write;
    }
}
