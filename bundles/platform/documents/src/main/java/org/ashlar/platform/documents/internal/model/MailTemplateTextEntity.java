package org.ashlar.platform.documents.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A mail template in one language. */
@Entity
@Table(name = "platform_mail_template_text")
@Model(value = "platform.mailTemplateText", label = "subject")
public class MailTemplateTextEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "template_id", nullable = false)
    private MailTemplateEntity template;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "language", nullable = false, length = 16)
    private String language;

    @Column(name = "subject", nullable = false, length = 500)
    private String subject;

    @Column(name = "body_text", length = 8000)
    private String text;

    @Column(name = "body_html", length = 24000)
    private String html;

    public void setTemplate(MailTemplateEntity template) {
        this.template = template;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public String getLanguage() {
        return language;
    }

    public String getSubject() {
        return subject;
    }

    public String getText() {
        return text;
    }

    public String getHtml() {
        return html;
    }
}
