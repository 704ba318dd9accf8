package org.ashlar.finance;

import java.time.LocalDate;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Which days of the caller's company are open for posting, as far as one can tell without holding them: a lock may be
 * taken a moment later, and posting itself has the last word. Any bound caller of a company may ask. Thread-safe.
 */
@ProviderType
public interface PostingPeriods {

    /** Whether entries of this date may be posted by everybody. */
    boolean open(LocalDate date);

    /**
     * The date itself if it is open, else the first open day after it.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code finance.period.locked} if all later periods are locked
     */
    LocalDate firstOpen(LocalDate date);
}
