package org.ashlar.platform.collaboration.internal.service;

import java.util.List;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordPurged;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets what hung on a record that left the recycle bin; contents of files follow with the next sweep. Thread-safe. */
@Component
@Handles(RecordPurged.class)
public final class PurgedRecords implements DomainEventHandler<RecordPurged> {

    private static final List<String> TABLES = List.of("platform_comment", "platform_follower", "platform_activity",
            "platform_attachment", "platform_notice", "platform_tag_link");

    private final Sql sql;

    @Activate
    public PurgedRecords(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public void on(RecordPurged event) {
        sql.inTransaction(db -> {
            db.execute("delete from platform_notice_delivery where notice_id in (select id from platform_notice"
                    + " where record_id = ? and model = ?)", event.id(), event.model());
            TABLES.forEach(t -> db.execute("delete from " + t + " where record_id = ? and model = ?", event.id(), event.model()));
            return null;
        });
    }
}
