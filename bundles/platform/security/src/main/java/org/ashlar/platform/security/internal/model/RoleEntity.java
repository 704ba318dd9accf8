package org.ashlar.platform.security.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A role of this installation. One with the code of a module's default role replaces it. */
@Entity
@Table(name = "platform_role")
@Model(value = "platform.role", collection = "roles", label = "title", search = {"code", "title"}, sort = "code",
        naturalKey = "code", companyScoped = false, portable = true)
public class RoleEntity extends BaseEntity {
    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "title", nullable = false, length = 255)
    private String title;

    /** Grants separated by blanks or commas. */
    @Column(name = "grants", nullable = false, length = 4000)
    private String grants;

    /** Codes of roles that come along with this one, separated by blanks or commas. */
    @Column(name = "includes", length = 4000)
    private String includes;

    /** Whether it is made for partners' users; they can have no other roles. */
    @Column(name = "portal", nullable = false)
    private boolean portal;

    /** What it included before this change. */
    private transient String loadedIncludes;

    /** Grants before this change. */
    private transient String loadedGrants;

    @PostLoad
    void loaded() {
        loadedGrants = grants;
        loadedIncludes = includes;
    }

    public String getCode() {
        return code;
    }

    public String getGrants() {
        return grants;
    }

    public String getIncludes() {
        return includes;
    }

    /** What it included before this change, {@code null} on a new role. */
    public String getLoadedIncludes() {
        return loadedIncludes;
    }

    public boolean isPortal() {
        return portal;
    }

    /** Grants before this change, {@code null} on a new role. */
    public String getLoadedGrants() {
        return loadedGrants;
    }
}
