package org.ashlar.platform.mail.internal.model;

import java.time.Instant;
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

/**
 * An IMAP folder whose mails become comments and records. It is read only, so people may go on using it. How far it was
 * read and the sealed password are columns that are not mapped.
 */
@Entity
@Table(name = "platform_mailbox")
@Model(value = "platform.mailbox", collection = "mailboxes", label = "name", search = {"code", "name", "address"},
        sort = "code", naturalKey = "code")
@Action(value = "setPassword", body = SetMailPassword.class, secret = true)
@Action("fetch")
public class MailboxEntity extends BaseEntity {
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Address that people write to. */
    @Column(name = "address", nullable = false, length = 255)
    private String address;

    @Column(name = "host", nullable = false, length = 255)
    private String host;

    @Column(name = "port", nullable = false)
    private Integer port;

    @Enumerated(EnumType.STRING)
    @Column(name = "encryption", nullable = false, length = 16)
    private Encryption encryption = Encryption.TLS;

    @Column(name = "user_name", nullable = false, length = 255)
    private String user;

    @Field(readonly = true)
    @Column(name = "has_password", nullable = false)
    private boolean hasPassword;

    @Column(name = "folder", nullable = false, length = 255)
    private String folder = "INBOX";

    /** Model of the records made from mails that answer nothing; empty: they are kept for somebody to look. */
    @Column(name = "target_model", length = 128)
    private String target;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Field(readonly = true)
    @Column(name = "last_fetch", insertable = false, updatable = false)
    private Instant lastFetch;

    @Field(readonly = true)
    @Column(name = "problem", length = 2000, insertable = false, updatable = false)
    private String problem;

    @Lines("platform.mailboxField")
    @OneToMany(mappedBy = "mailbox", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<MailboxFieldEntity> fields = new ArrayList<>();

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public Integer getPort() {
        return port;
    }

    public String getHost() {
        return host;
    }

    public String getTarget() {
        return target;
    }

    public boolean isActive() {
        return active;
    }

    public List<MailboxFieldEntity> getFields() {
        return fields;
    }

    public void setHasPassword(boolean hasPassword) {
        this.hasPassword = hasPassword;
    }
}
