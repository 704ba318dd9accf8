package org.ashlar.masters.internal.model;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A period of a fiscal year. */
@Entity
@Table(name = "masters_fiscal_period")
@Model(value = "masters.fiscalPeriod", label = "name")
public class FiscalPeriodEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "year_id", nullable = false)
    private FiscalYearEntity year;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Field(defaulted = true)
    @Column(name = "period_no", nullable = false)
    private Integer number;

    @Field(defaulted = true)
    @Column(name = "name", nullable = false, length = 64)
    private String name;

    @Field(createOnly = true)
    @Column(name = "start_date", nullable = false)
    private LocalDate startDate;

    @Field(createOnly = true)
    @Column(name = "end_date", nullable = false)
    private LocalDate endDate;

    public FiscalYearEntity getYear() {
        return year;
    }

    public void setYear(FiscalYearEntity year) {
        this.year = year;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public Integer getNumber() {
        return number;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocalDate getStartDate() {
        return startDate;
    }

    public void setStartDate(LocalDate startDate) {
        this.startDate = startDate;
    }

    public LocalDate getEndDate() {
        return endDate;
    }

    public void setEndDate(LocalDate endDate) {
        this.endDate = endDate;
    }
}
