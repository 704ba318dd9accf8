package org.ashlar.platform.mail.internal.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.State;

/**
 * A mail to leave or left: the outbox. Written by SQL, so that neither audit nor events hold what it says; its texts and
 * files are columns and rows that are not mapped.
 */
@Entity
@Table(name = "platform_mail")
@Model(value = "platform.mail", collection = "mails", label = "subject", search = {"subject", "to"}, sort = "-id",
        creatable = false, updatable = false, deletable = false)
@Action("retry")
@Action(value = "cancel", from = {"QUEUED", "UNCERTAIN"})
public class MailEntity extends BaseEntity {
    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private MailState state = MailState.QUEUED;

    @Column(name = "subject", nullable = false, length = 1000)
    private String subject;

    @Column(name = "to_list", nullable = false, length = 4000)
    private String to;

    @Column(name = "cc_list", length = 4000)
    private String cc;

    @Column(name = "target_model", length = 128)
    private String model;

    @Column(name = "record_id", nullable = false)
    private Long recordId;

    @Column(name = "message_id", nullable = false, length = 255)
    private String messageId;

    @Column(name = "once_key", nullable = false, length = 255)
    private String onceKey;

    @Column(name = "attempts", nullable = false)
    private Integer attempts;

    @Column(name = "next_attempt")
    private Instant nextAttempt;

    @Column(name = "sent_at")
    private Instant sentAt;

    /** Why it has not left yet, or how it came back. */
    @Column(name = "problem", length = 2000)
    private String problem;

    /** Whether no person wrote it. */
    @Field(readonly = true)
    @Column(name = "automatic", nullable = false)
    private boolean automatic;
}
