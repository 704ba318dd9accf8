package org.ashlar.platform.studio.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** An option of a choice. */
@Entity
@Table(name = "platform_custom_option")
@Model(value = "platform.customOption", label = "labelEn", companyScoped = false)
public class CustomOptionEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "field_id", nullable = false)
    private CustomFieldEntity field;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "option_value", nullable = false, length = 40)
    private String value;

    @Column(name = "label_en", nullable = false, length = 120)
    private String labelEn;

    @Column(name = "label_zh", nullable = true, length = 120)
    private String labelZh;

    @Enumerated(EnumType.STRING)
    @Column(name = "tone", nullable = false, length = 16)
    private Tone tone = Tone.GREY;

    public String getValue() {
        return value;
    }
}
