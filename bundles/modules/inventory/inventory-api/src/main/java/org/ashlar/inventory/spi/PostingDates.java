package org.ashlar.inventory.spi;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says from when on stock value may be posted; a bridge to accounting registers one so that recosting leaves closed
 * periods alone. Without it every date is open. Thread-safe.
 */
@ConsumerType
public interface PostingDates {

    /** The date itself if the caller's company may post on it, else the first day after it that is open. */
    LocalDate firstOpen(LocalDate date);
}
