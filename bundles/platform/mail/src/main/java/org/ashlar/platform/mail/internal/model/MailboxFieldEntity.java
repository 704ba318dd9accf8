package org.ashlar.platform.mail.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** One field of the record that a mailbox makes from a mail. */
@Entity
@Table(name = "platform_mailbox_field")
@Model(value = "platform.mailboxField", label = "field")
public class MailboxFieldEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "mailbox_id", nullable = false)
    private MailboxEntity mailbox;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "field_name", nullable = false, length = 128)
    private String field;

    /** Template over {@code subject, from, fromName, to, text, date}. */
    @Column(name = "field_value", nullable = false, length = 2000)
    private String value;

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getField() {
        return field;
    }

    public String getValue() {
        return value;
    }
}
