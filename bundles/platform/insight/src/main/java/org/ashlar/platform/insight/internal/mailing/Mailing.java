package org.ashlar.platform.insight.internal.mailing;

import java.time.Instant;
import java.util.List;
import org.ashlar.platform.insight.internal.domain.Rhythm;
import org.ashlar.platform.insight.internal.model.SendFormat;
import org.ashlar.platform.insight.internal.model.SendWhat;
import org.ashlar.platform.insight.internal.model.WhenEmpty;

/**
 * A scheduled report as it is carried out.
 *
 * @param due when it was due, {@code null} when sent by hand
 * @param recipients user ids
 */
record Mailing(long id, long companyId, String code, String name, SendWhat what, String report, String parameters,
        String dashboard, ListChoice list, SendFormat format, Rhythm rhythm, WhenEmpty whenEmpty, Instant due, List<Long> recipients) {

    /** What list. */
    record ListChoice(String target, String filter, String columns, String sort) {
    }
}
