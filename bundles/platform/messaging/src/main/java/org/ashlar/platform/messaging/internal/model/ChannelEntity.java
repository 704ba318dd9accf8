package org.ashlar.platform.messaging.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** An application at a chat service, or a gateway for text messages. The sealed secrets are columns that are not mapped. */
@Entity
@Table(name = "platform_message_channel")
@Model(value = "platform.messageChannel", collection = "message-channels", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code")
@Action(value = "setSecrets", body = SetSecrets.class, secret = true)
@Action("test")
public class ChannelEntity extends BaseEntity {
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private ChannelKind kind;

    /** Empty: the service's public one. */
    @Column(name = "base_url", length = 500)
    private String url;

    /** WeCom: corpid. */
    @Column(name = "corp_id", length = 128)
    private String corp;

    /** DingTalk: appKey, Feishu: App ID. */
    @Column(name = "app_id", length = 128)
    private String app;

    /** WeCom: agentid, DingTalk: robotCode. */
    @Column(name = "agent_id", length = 128)
    private String agent;

    /** DingTalk: template of cards. */
    @Column(name = "card_template", length = 255)
    private String cardTemplate;

    /** Text messages: what is posted, with {@code {to}}, {@code {text}} and {@code {key}}. */
    @Column(name = "body_template", length = 2000)
    private String body;

    /** Where the service calls back, below the suite's address. */
    @Field(readonly = true)
    @Column(name = "callback_path", nullable = false, length = 1000)
    private String callbackPath;

    @Field(readonly = true)
    @Column(name = "has_secret", nullable = false)
    private boolean hasSecret;

    /** Whether callbacks can be verified, so that cards have buttons. */
    @Field(readonly = true)
    @Column(name = "has_callback", nullable = false)
    private boolean hasCallback;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public ChannelKind getKind() {
        return kind;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getCorp() {
        return corp;
    }

    public String getApp() {
        return app;
    }

    public String getAgent() {
        return agent;
    }

    public String getBody() {
        return body;
    }

    public void setCallbackPath(String callbackPath) {
        this.callbackPath = callbackPath;
    }

    public void setHasSecret(boolean hasSecret) {
        this.hasSecret = hasSecret;
    }

    public void setHasCallback(boolean hasCallback) {
        this.hasCallback = hasCallback;
    }
}
