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

/** A state of a custom model; the first one is that of new records, locked ones allow no change. */
@Entity
@Table(name = "platform_custom_state")
@Model(value = "platform.customState", label = "labelEn", companyScoped = false)
public class CustomStateEntity extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "model_ref", nullable = false)
    private CustomModelEntity model;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "code", nullable = false, length = 40)
    private String code;

    @Column(name = "label_en", nullable = false, length = 120)
    private String labelEn;

    @Column(name = "label_zh", nullable = true, length = 120)
    private String labelZh;

    @Enumerated(EnumType.STRING)
    @Column(name = "tone", nullable = false, length = 16)
    private Tone tone = Tone.GREY;

    @Column(name = "is_locked", nullable = false)
    private boolean locked;

    public String getCode() {
        return code;
    }
}
