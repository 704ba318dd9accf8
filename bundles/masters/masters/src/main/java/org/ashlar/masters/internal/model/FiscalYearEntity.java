package org.ashlar.masters.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;

/** A fiscal year of a company. */
@Entity
@Table(name = "masters_fiscal_year")
@Model(value = "masters.fiscalYear", collection = "fiscal-years", label = "code", search = "code", sort = "startDate",
        naturalKey = "code")
@Action("generate")
public class FiscalYearEntity extends BaseEntity {

    @Field(defaulted = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Field(createOnly = true)
    @Column(name = "start_date", nullable = false)
    private LocalDate startDate;

    @Field(createOnly = true, defaulted = true)
    @Column(name = "end_date", nullable = false)
    private LocalDate endDate;

    @Lines("masters.fiscalPeriod")
    @OneToMany(mappedBy = "year", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<FiscalPeriodEntity> periods = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
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

    public List<FiscalPeriodEntity> getPeriods() {
        return periods;
    }

    /** Adds a line at the end. */
    public void add(FiscalPeriodEntity line) {
        line.setYear(this);
        line.setPosition(periods.size() + 1);
        periods.add(line);
    }
}
