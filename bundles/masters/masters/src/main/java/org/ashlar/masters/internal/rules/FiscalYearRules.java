package org.ashlar.masters.internal.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ashlar.masters.FiscalYear;
import org.ashlar.masters.internal.cache.FiscalCache;
import org.ashlar.masters.internal.domain.FiscalYears;
import org.ashlar.masters.internal.model.FiscalPeriodEntity;
import org.ashlar.masters.internal.model.FiscalYearEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of fiscal years: they do not overlap, and their periods cover them without gaps. */
@Component(service = RecordRules.class)
@ForModel("masters.fiscalYear")
public final class FiscalYearRules implements RecordRules<FiscalYearEntity> {

    private final Access access;
    private final FiscalCache cache;
    private final Usage usage;

    @Activate
    public FiscalYearRules(@Reference Access access, @Reference FiscalCache cache, @Reference Usage usage) {
        this.usage = usage;
        this.access = access;
        this.cache = cache;
    }

    @Override
    public void beforeInsert(FiscalYearEntity year) {
        Findings findings = new Findings();
        LocalDate start = year.getStartDate();
        findings.require(start != null, "startDate", "masters.value.missing");
        findings.check();
        if (year.getEndDate() == null) {
            year.setEndDate(FiscalYears.endFor(start));
        }
        findings.require(FiscalYears.reasonable(start, year.getEndDate()), "endDate", "masters.fiscalYear.length",
                FiscalYears.MAX_MONTHS);
        findings.check();
        if (year.getCode() == null) {
            year.setCode(FiscalYears.code(start, year.getEndDate()));
        }
        if (year.getPeriods().isEmpty()) {
            for (FiscalYears.Cut cut : FiscalYears.months(start, year.getEndDate())) {
                FiscalPeriodEntity period = new FiscalPeriodEntity();
                period.setName(cut.name());
                period.setStartDate(cut.start());
                period.setEndDate(cut.end());
                year.add(period);
            }
        }
        validate(year, findings);
    }

    @Override
    public void beforeUpdate(FiscalYearEntity year, Set<String> changed) {
        validate(year, new Findings());
    }

    @Override
    public void beforeDelete(FiscalYearEntity year) {
        if (!year.getStartDate().isAfter(access.today())) {
            // Documents refer to periods by their dates, so nobody can tell that a year that has begun is unused.
            throw Problem.of(ProblemKind.CONFLICT, "masters.fiscalYear.begun", year.getCode());
        }
        usage.refuseIfUsed("masters.fiscalYear", year.getId());
        year.getPeriods().forEach(period -> usage.refuseIfUsed("masters.fiscalPeriod", period.getId()));
        cache.changed(access.caller().companyId());
    }

    private void validate(FiscalYearEntity year, Findings findings) {
        long company = access.caller().companyId();
        for (FiscalYear other : cache.years(company)) {
            boolean apart = other.end().isBefore(year.getStartDate()) || other.start().isAfter(year.getEndDate());
            findings.require(apart || year.getId() != null && other.id() == year.getId(), "startDate",
                    "masters.fiscalYear.overlap", other.code());
        }
        cache.changed(company);
        periods(year, findings);
        findings.check();
    }

    private static void periods(FiscalYearEntity year, Findings findings) {
        List<FiscalPeriodEntity> periods = year.getPeriods();
        LocalDate next = year.getStartDate();
        for (int i = 0; i < periods.size(); i++) {
            FiscalPeriodEntity period = periods.get(i);
            period.setPosition(i + 1);
            period.setNumber(i + 1);
            if (Findings.trimmed(period.getName()) == null) {
                period.setName("%s-%02d".formatted(year.getCode(), i + 1));
            }
            boolean fits = next != null && next.equals(period.getStartDate()) && period.getEndDate() != null
                    && !period.getEndDate().isBefore(next);
            findings.require(fits, "periods[" + i + "].startDate", "masters.fiscalYear.gap", String.valueOf(next));
            next = fits ? period.getEndDate().plusDays(1) : null;
        }
        findings.require(next == null || next.equals(year.getEndDate().plusDays(1)), "periods", "masters.fiscalYear.cover",
                String.valueOf(year.getEndDate()));
    }
}
