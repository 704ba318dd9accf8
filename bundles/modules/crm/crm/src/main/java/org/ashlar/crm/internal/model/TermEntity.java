package org.ashlar.crm.internal.model;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.ashlar.platform.model.BaseEntity;

/** A word that a company chooses from: a code, a name, and whether it is still offered. */
@MappedSuperclass
public abstract class TermEntity extends BaseEntity {

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
