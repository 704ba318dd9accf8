package org.ashlar.bridge.finance.inventory.internal;

import java.time.LocalDate;
import org.ashlar.finance.PostingPeriods;
import org.ashlar.inventory.spi.PostingDates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps corrections of stock value out of periods that finance has closed. Thread-safe. */
@Component
public final class OpenDays implements PostingDates {

    private final PostingPeriods periods;

    /** Used by DS. */
    @Activate
    public OpenDays(@Reference PostingPeriods periods) {
        this.periods = periods;
    }

    @Override
    public LocalDate firstOpen(LocalDate date) {
        return periods.firstOpen(date);
    }
}
