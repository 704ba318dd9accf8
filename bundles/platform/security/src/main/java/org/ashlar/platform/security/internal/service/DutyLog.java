package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.BeforeValues;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps which conflicting duties new users began with, by whatever way they came in. */
@Component
@Handles(RecordChanged.class)
public final class DutyLog implements DomainEventHandler<RecordChanged> {
    private final Duties duties;
    private final BeforeValues changes;

    /** By injection. */
    @Activate
    public DutyLog(@Reference Duties duties, @Reference BeforeValues changes) {
        this.duties = duties;
        this.changes = changes;
    }

    @Override
    public void on(RecordChanged event) {
        if (!event.model().equals("platform.user") || !event.kind().equals("created")) {
            return;
        }
        if (event.id() > 0) {
            duties.created(event.id());
        } else {
            changes.inserted().forEach(duties::created);
        }
    }
}
