package org.ashlar.crm.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** Why leads and opportunities are lost. */
@Entity
@Table(name = "crm_lost_reason")
@Model(value = "crm.lostReason", collection = "lost-reasons", label = "name", search = {"code", "name"}, sort = "name",
        naturalKey = "code", portable = true)
public class LostReasonEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 32)
    private String code;

    @Column(name = "name", nullable = false, length = 128)
    private String name;

    /** Only active ones are offered for new records. */
    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
