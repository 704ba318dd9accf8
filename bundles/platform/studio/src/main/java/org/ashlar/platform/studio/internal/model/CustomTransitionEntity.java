package org.ashlar.platform.studio.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** An action of a custom model that leads to another state. */
@Entity
@Table(name = "platform_custom_transition")
@Model(value = "platform.customTransition", label = "labelEn", companyScoped = false)
public class CustomTransitionEntity extends BaseEntity {

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

    /** States in which it is offered, separated by commas; empty: all. */
    @Column(name = "from_states", nullable = true, length = 1000)
    private String from;

    @Column(name = "to_state", nullable = false, length = 40)
    private String to;

    public String getCode() {
        return code;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }
}
