package org.ashlar.platform.webhooks.internal.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.State;

/** One event on its way to one webhook. Its payload is a column that is not mapped. */
@Entity
@Table(name = "platform_webhook_delivery")
@Model(value = "platform.webhookDelivery", collection = "webhook-deliveries", label = "topic", search = {"topic", "eventId"},
        sort = "-seq", creatable = false, updatable = false, deletable = false)
@Action(value = "replay", from = {"DONE", "DEAD"})
public class WebhookDeliveryEntity extends BaseEntity {
    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private DeliveryState state = DeliveryState.WAITING;

    @Ref("platform.webhook")
    @Column(name = "webhook_id", nullable = false)
    private Long webhook;

    /** Order of the deliveries of a webhook. */
    @Column(name = "seq", nullable = false)
    private Long seq;

    @Column(name = "event_id", nullable = false, length = 64)
    private String eventId;

    @Column(name = "topic", nullable = false, length = 255)
    private String topic;

    @Column(name = "attempts", nullable = false)
    private Integer attempts;

    @Column(name = "last_status")
    private Integer lastStatus;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "problem", length = 1000)
    private String problem;
}
