package org.ashlar.platform.documents.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** How records of a model are printed: HTML with placeholders. */
@Entity
@Table(name = "platform_print_template")
@Model(value = "platform.printTemplate", collection = "print-templates", label = "name", search = {"code", "name"},
        sort = "code", naturalKey = "code", portable = true)
public class PrintTemplateEntity extends BaseEntity {
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** Model of the records that it prints. */
    @Column(name = "target_model", nullable = false, length = 128)
    private String target;

    /** Language that it is for; empty: any. */
    @Column(name = "language", length = 16)
    private String language;

    /** HTML with mustache placeholders and CSS, {@code @page} included. */
    @Column(name = "body", nullable = false, length = 32000)
    private String body;

    /** Preprinted paper that it prints on; empty: plain paper. */
    @Ref("platform.paperForm")
    @Column(name = "paper_form_id")
    private Long form;

    /** Taken when no template is named. */
    @Field(defaulted = true)
    @Column(name = "preferred", nullable = false)
    private boolean preferred;

    @Field(defaulted = true)
    @Column(name = "active", nullable = false)
    private boolean active = true;

    public String getCode() {
        return code;
    }

    public String getTarget() {
        return target;
    }

    public String getBody() {
        return body;
    }

    public String getLanguage() {
        return language;
    }

    public Long getForm() {
        return form;
    }

    public boolean isPreferred() {
        return preferred;
    }

    public boolean isActive() {
        return active;
    }
}
