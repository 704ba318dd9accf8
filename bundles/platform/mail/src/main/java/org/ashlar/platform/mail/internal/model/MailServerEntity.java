package org.ashlar.platform.mail.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/**
 * An SMTP server that a company's mails leave through; the first active one by code is used. The sealed password is a column
 * of the same table that is not mapped on purpose.
 */
@Entity
@Table(name = "platform_mail_server")
@Model(value = "platform.mailServer", collection = "mail-servers", label = "name", search = {"code", "name", "host"},
        sort = "code", naturalKey = "code")
@Action(value = "setPassword", body = SetMailPassword.class, secret = true)
public class MailServerEntity extends BaseEntity {
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    @Column(name = "host", nullable = false, length = 255)
    private String host;

    @Column(name = "port", nullable = false)
    private Integer port;

    @Enumerated(EnumType.STRING)
    @Column(name = "encryption", nullable = false, length = 16)
    private Encryption encryption = Encryption.TLS;

    @Column(name = "user_name", length = 255)
    private String user;

    @Field(readonly = true)
    @Column(name = "has_password", nullable = false)
    private boolean hasPassword;

    @Column(name = "from_address", nullable = false, length = 255)
    private String fromAddress;

    @Column(name = "from_name", length = 255)
    private String fromName;

    @Column(name = "reply_to", length = 255)
    private String replyTo;

    /** Whether subjects carry a token, for customers whose mail programs lose the thread. */
    @Column(name = "subject_token", nullable = false)
    private boolean subjectToken;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getHost() {
        return host;
    }

    public Integer getPort() {
        return port;
    }

    public String getFromAddress() {
        return fromAddress;
    }

    public void setFromAddress(String fromAddress) {
        this.fromAddress = fromAddress;
    }

    public String getFromName() {
        return fromName;
    }

    public String getReplyTo() {
        return replyTo;
    }

    public void setHasPassword(boolean hasPassword) {
        this.hasPassword = hasPassword;
    }
}
