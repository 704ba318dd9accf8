package org.ashlar.masters;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Fiscal years and periods of the caller's company. Answered from memory. Any bound caller of a company may ask.
 * Locks on periods are finance's. Thread-safe.
 */
@ProviderType
public interface FiscalCalendar {

    /**
     * The period that holds a date.
     *
     * @throws org.ashlar.platform.problem.Problem RULE at field {@code date}, code {@code masters.period.missing}
     */
    FiscalPeriod periodOf(LocalDate date);

    /**
     * A period by id.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND
     */
    FiscalPeriod period(long id);

    /**
     * The fiscal year that holds a date.
     *
     * @throws org.ashlar.platform.problem.Problem RULE at field {@code date}, code {@code masters.period.missing}
     */
    FiscalYear yearOf(LocalDate date);

    /** All years, oldest first. */
    List<FiscalYear> years();
}
