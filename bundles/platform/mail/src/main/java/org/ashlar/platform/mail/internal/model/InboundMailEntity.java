package org.ashlar.platform.mail.internal.model;

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

/** A mail that came in, and what became of it. Its bytes are a column that is not mapped, kept while somebody may need them. */
@Entity
@Table(name = "platform_inbound_mail")
@Model(value = "platform.inboundMail", collection = "inbound-mails", label = "subject", search = {"subject", "from"},
        sort = "-id", creatable = false, updatable = false, deletable = false)
@Action(value = "retry", from = {"KEPT", "FAILED"})
public class InboundMailEntity extends BaseEntity {
    @State
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private InboundState state = InboundState.KEPT;

    @Ref("platform.mailbox")
    @Column(name = "mailbox_id", nullable = false)
    private Long mailbox;

    @Column(name = "message_id", nullable = false, length = 255)
    private String messageId;

    @Column(name = "subject", nullable = false, length = 1000)
    private String subject;

    @Column(name = "from_address", nullable = false, length = 255)
    private String from;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Column(name = "target_model", length = 128)
    private String model;

    @Column(name = "record_id", nullable = false)
    private Long recordId;

    /** Why it was skipped or failed. */
    @Column(name = "problem", length = 2000)
    private String problem;
}
