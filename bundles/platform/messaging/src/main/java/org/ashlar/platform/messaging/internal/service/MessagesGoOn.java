package org.ashlar.platform.messaging.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** No message is stuck: none is being sent for an hour, none is due for an hour. That none leaves twice is a key of the table. */
@Component
public final class MessagesGoOn implements ConsistencyRule {
    private static final Duration LONG = Duration.ofHours(1);

    private final Rows rows;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public MessagesGoOn(@Reference Rows rows, @Reference Access access, @Reference Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "messaging.goOn";
    }

    @Override
    public List<Breach> check() {
        Instant since = clock.instant().minus(LONG);
        return rows.query("select id, subject, state from platform_message where company_id = ? and (state = 'SENDING'"
                + " and lease_until < ? or state = 'QUEUED' and next_attempt < ?) order by id fetch first 1000 rows only",
                r -> new Breach("platform.message", r.getLong(1), r.getString(2), "SENT", r.getString(3)),
                access.caller().companyId(), since, since);
    }
}
