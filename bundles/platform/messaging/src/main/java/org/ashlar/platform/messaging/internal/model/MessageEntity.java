package org.ashlar.platform.messaging.internal.model;

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

/** A message to leave or left: the outbox. Written by SQL, so that neither audit nor events hold what it says. */
@Entity
@Table(name = "platform_message")
@Model(value = "platform.message", collection = "messages", label = "subject", search = "subject", sort = "-id",
        creatable = false, updatable = false, deletable = false)
@Action("retry")
@Action(value = "cancel", from = {"QUEUED", "UNCERTAIN"})
public class MessageEntity extends BaseEntity {
    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private MessageState state = MessageState.QUEUED;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private MessageKind kind;

    @Ref("platform.messageChannel")
    @Column(name = "channel_id", nullable = false)
    private Long channel;

    @Ref("platform.user")
    @Column(name = "user_id", nullable = false)
    private Long user;

    @Column(name = "subject", nullable = false, length = 500)
    private String subject;

    @Column(name = "attempts", nullable = false)
    private Integer attempts;

    @Column(name = "next_attempt")
    private Instant nextAttempt;

    @Column(name = "sent_at")
    private Instant sentAt;

    /** Why it has not left yet. */
    @Column(name = "problem", length = 2000)
    private String problem;
}
