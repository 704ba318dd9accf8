package org.ashlar.platform.webhooks.internal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A receiver of events outside the suite. How deliveries go is written by SQL and read only here. */
@Entity
@Table(name = "platform_webhook")
@Model(value = "platform.webhook", collection = "webhooks", label = "name", search = {"code", "name", "url"}, sort = "code",
        naturalKey = "code")
@Action(value = "rotateSecret", secret = true)
@Action(value = "replay", body = ReplayFrom.class)
@Action("test")
public class WebhookEntity extends BaseEntity {
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "url", nullable = false, length = 2000)
    private String url;

    /** In whose name conditions and fields are read: events of records that he may not read do not leave. */
    @Field(defaulted = true)
    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Field(hidden = true, readonly = true)
    @Column(name = "secret_sealed", nullable = false, length = 1000)
    private String secret;

    @Field(readonly = true)
    @Column(name = "failures", insertable = false, updatable = false)
    private Integer failures;

    @Field(readonly = true)
    @Column(name = "failing_since", insertable = false, updatable = false)
    private Instant failingSince;

    @Field(readonly = true)
    @Column(name = "next_attempt", insertable = false, updatable = false)
    private Instant nextAttempt;

    @Field(readonly = true)
    @Column(name = "last_success", insertable = false, updatable = false)
    private Instant lastSuccess;

    @Field(readonly = true)
    @Column(name = "problem", length = 1000, insertable = false, updatable = false)
    private String problem;

    @Lines("platform.webhookEvent")
    @OneToMany(mappedBy = "webhook", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<WebhookEventEntity> events = new ArrayList<>();

    public String getUrl() {
        return url;
    }

    public Long getUser() {
        return user;
    }

    public void setUser(Long user) {
        this.user = user;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public List<WebhookEventEntity> getEvents() {
        return events;
    }
}
