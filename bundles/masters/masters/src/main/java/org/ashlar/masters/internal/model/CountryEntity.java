package org.ashlar.masters.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A country of ISO 3166-1. */
@Entity
@Table(name = "masters_country")
@Model(value = "masters.country", collection = "countries", label = "name", search = {"code", "name", "nameZh"},
        sort = "code", naturalKey = "code", companyScoped = false, deletable = false)
public class CountryEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 2)
    private String code;

    @Column(name = "code3", nullable = true, length = 3)
    private String code3;

    @Column(name = "numeric_code", nullable = true, length = 3)
    private String numericCode;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "name_zh", nullable = true, length = 255)
    private String nameZh;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCode3() {
        return code3;
    }

    public void setCode3(String code3) {
        this.code3 = code3;
    }

    public String getNumericCode() {
        return numericCode;
    }

    public void setNumericCode(String numericCode) {
        this.numericCode = numericCode;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
