package org.ashlar.platform.webhooks.internal.model;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** A way for another system to make or change records by calling {@code POST /api/v1/hooks/{code}}. */
@Entity
@Table(name = "platform_inbound_hook")
@Model(value = "platform.inboundHook", collection = "inbound-hooks", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code")
@Action(value = "rotateSecret", secret = true)
@Action(value = "setSecret", body = SetHookSecret.class, secret = true)
public class InboundHookEntity extends BaseEntity {
    /** Part of the address; unique in the installation. */
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Enumerated(EnumType.STRING)
    @Column(name = "auth", nullable = false, length = 16)
    private HookAuth auth = HookAuth.SIGNATURE;

    /** In whose name it works: his rights bound it. */
    @Field(defaulted = true)
    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Column(name = "target_model", nullable = false, length = 128)
    private String model;

    @Enumerated(EnumType.STRING)
    @Column(name = "operation", nullable = false, length = 16)
    private HookOperation operation = HookOperation.CREATE;

    /** Field whose mapped value finds the record, for all but CREATE. */
    @Column(name = "key_field", length = 128)
    private String keyField;

    @Column(name = "action_name", length = 64)
    private String action;

    /** JSON pointer to the event's id, {@code /id}; empty: from the header {@code X-Event-Id}. */
    @Column(name = "event_pointer", length = 255)
    private String eventPointer;

    /** Calls a minute. */
    @Column(name = "per_minute", nullable = false)
    private Integer perMinute = 120;

    @Field(hidden = true, readonly = true)
    @Column(name = "secret_sealed", nullable = false, length = 1000)
    private String secret;

    @Lines("platform.inboundHookField")
    @OneToMany(mappedBy = "hook", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<InboundHookFieldEntity> fields = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public Long getUser() {
        return user;
    }

    public void setUser(Long user) {
        this.user = user;
    }

    public String getModel() {
        return model;
    }

    public HookOperation getOperation() {
        return operation;
    }

    public String getKeyField() {
        return keyField;
    }

    public String getAction() {
        return action;
    }

    public String getEventPointer() {
        return eventPointer;
    }

    public Integer getPerMinute() {
        return perMinute;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public List<InboundHookFieldEntity> getFields() {
        return fields;
    }
}
