package org.ashlar.platform.webhooks.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A call of an inbound hook whose sender was known. Written by SQL. */
@Entity
@Table(name = "platform_hook_call")
@Model(value = "platform.hookCall", collection = "hook-calls", label = "eventId", search = "eventId", sort = "-id",
        creatable = false, updatable = false, deletable = false)
public class HookCallEntity extends BaseEntity {
    @Ref("platform.inboundHook")
    @Column(name = "hook_id", nullable = false)
    private Long hook;

    @Column(name = "event_id", nullable = false, length = 255)
    private String eventId;

    @Column(name = "done", nullable = false)
    private boolean done;

    @Column(name = "record_id", nullable = false)
    private Long recordId;

    /** Why it was refused. */
    @Column(name = "problem", length = 1000)
    private String problem;
}
