package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** What a role may do with one field. Of several roles the one that may most counts; role {@code *} binds everybody. */
@Entity
@Table(name = "platform_field_right")
@Model(value = "platform.fieldRight", collection = "field-rights", label = "field", search = {"role", "model", "field"},
        sort = "model,field,role", naturalKey = {"role", "model", "field"}, companyScoped = false, portable = true)
public class FieldRightEntity extends BaseEntity {
    /** Code of the role, or {@code *} for everybody. */
    @Column(name = "role_code", nullable = false, length = 64)
    private String role;

    @Column(name = "model", nullable = false, length = 128)
    private String model;

    @Column(name = "field_name", nullable = false, length = 128)
    private String field;

    @Enumerated(EnumType.STRING)
    @Column(name = "field_right", nullable = false, length = 16)
    private FieldRight right;

    /** Role before this change. */
    private transient String loadedRole;

    @PostLoad
    void loaded() {
        loadedRole = role;
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

    public String getField() {
        return field;
    }

    public FieldRight getRight() {
        return right;
    }
}
