package org.ashlar.platform.webhooks.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** What a webhook wants to know: a topic, or changes of a model. */
@Entity
@Table(name = "platform_webhook_event")
@Model(value = "platform.webhookEvent", label = "topic")
public class WebhookEventEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "webhook_id", nullable = false)
    private WebhookEntity webhook;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    /** Outbound topic, {@code sales.order.confirmed}, {@code sales.*} or {@code *}. */
    @Column(name = "topic", length = 255)
    private String topic;

    @Column(name = "target_model", length = 128)
    private String model;

    /** {@code created updated deleted}; empty: all. */
    @Column(name = "kinds", length = 64)
    private String kinds;

    /** RSQL as in lists; a deleted record fulfils none. */
    @Column(name = "rsql", length = 2000)
    private String condition;

    /** Fields of the record to send with it, separated by commas; empty: none. */
    @Column(name = "field_list", length = 1000)
    private String fields;

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getTopic() {
        return topic;
    }

    public String getModel() {
        return model;
    }

    public String getKinds() {
        return kinds;
    }

    public String getCondition() {
        return condition;
    }

    public String getFields() {
        return fields;
    }
}
