package org.ashlar.masters.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A unit of measure; one of it is {@code numerator / denominator} of its dimension's base unit. */
@Entity
@Table(name = "masters_unit")
@Model(value = "masters.unit", collection = "units", label = "name", search = {"code", "name", "nameZh"}, sort = "code",
        naturalKey = "code", companyScoped = false, deletable = false, portal = "*")
public class UnitEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 16)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "name_zh", nullable = true, length = 255)
    private String nameZh;

    @Column(name = "symbol", nullable = true, length = 32)
    private String symbol;

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "dimension", nullable = false, length = 16)
    private UnitDimension dimension;

    @Field(createOnly = true)
    @Column(name = "numerator", nullable = true)
    private Long numerator;

    @Field(createOnly = true)
    @Column(name = "denominator", nullable = true)
    private Long denominator;

    @Column(name = "decimals", nullable = false)
    private Integer decimals = 0;

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

    public UnitDimension getDimension() {
        return dimension;
    }

    public void setDimension(UnitDimension dimension) {
        this.dimension = dimension;
    }

    public Long getNumerator() {
        return numerator;
    }

    public void setNumerator(Long numerator) {
        this.numerator = numerator;
    }

    public Long getDenominator() {
        return denominator;
    }

    public void setDenominator(Long denominator) {
        this.denominator = denominator;
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
