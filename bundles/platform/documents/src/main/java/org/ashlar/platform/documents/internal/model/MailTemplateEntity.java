package org.ashlar.platform.documents.internal.model;

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
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;

/** A mail with placeholders, in one or more languages. */
@Entity
@Table(name = "platform_mail_template")
@Model(value = "platform.mailTemplate", collection = "mail-templates", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code", portable = true)
@Action(value = "preview", body = PreviewMail.class)
public class MailTemplateEntity extends BaseEntity {
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Model of the records that it is about; empty: any. */
    @Column(name = "target_model", length = 128)
    private String target;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Lines("platform.mailTemplateText")
    @OneToMany(mappedBy = "template", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<MailTemplateTextEntity> texts = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public String getTarget() {
        return target;
    }

    public boolean isActive() {
        return active;
    }

    public List<MailTemplateTextEntity> getTexts() {
        return texts;
    }
}
