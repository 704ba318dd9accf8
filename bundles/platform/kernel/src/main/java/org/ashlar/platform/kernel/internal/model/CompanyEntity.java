package org.ashlar.platform.kernel.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A company. Shared by all companies: its own {@code companyId} is 0. */
@Entity
@Table(name = "platform_company")
@Model(value = "platform.company", collection = "companies", label = "name", search = {"code", "name"}, sort = "code",
        naturalKey = "code", companyScoped = false, deletable = false)
public class CompanyEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    @Field(createOnly = true)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "currency", nullable = false, length = 3)
    @Field(createOnly = true)
    private String currency;

    @Column(name = "country", nullable = false, length = 2)
    private String country;

    @Column(name = "locale", nullable = false, length = 35)
    @Field(defaulted = true)
    private String locale;

    @Column(name = "time_zone", nullable = false, length = 64)
    @Field(defaulted = true)
    private String zone;

    @Column(name = "chart", nullable = false, length = 64)
    @Field(createOnly = true, defaulted = true)
    private String chart;

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

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getChart() {
        return chart;
    }

    public void setChart(String chart) {
        this.chart = chart;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
