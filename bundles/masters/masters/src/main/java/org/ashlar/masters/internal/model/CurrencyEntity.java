package org.ashlar.masters.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A currency of ISO 4217. */
@Entity
@Table(name = "masters_currency")
@Model(value = "masters.currency", collection = "currencies", label = "code", search = {"code", "name", "nameZh"},
        sort = "code", naturalKey = "code", companyScoped = false, deletable = false, portal = "*")
public class CurrencyEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 3)
    private String code;

    @Column(name = "numeric_code", nullable = true, length = 3)
    private String numericCode;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "name_zh", nullable = true, length = 255)
    private String nameZh;

    @Column(name = "symbol", nullable = true, length = 16)
    private String symbol;

    @Field(createOnly = true)
    @Column(name = "decimals", nullable = false)
    private Integer decimals = 2;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
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

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public Integer getDecimals() {
        return decimals;
    }

    public void setDecimals(Integer decimals) {
        this.decimals = decimals;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
