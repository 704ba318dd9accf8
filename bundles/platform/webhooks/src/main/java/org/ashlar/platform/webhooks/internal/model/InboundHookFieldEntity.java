package org.ashlar.platform.webhooks.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** Where a call's field comes from. */
@Entity
@Table(name = "platform_inbound_hook_field")
@Model(value = "platform.inboundHookField", label = "field")
public class InboundHookFieldEntity extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "hook_id", nullable = false)
    private InboundHookEntity hook;

    @Field(defaulted = true)
    @Column(name = "line_no", nullable = false)
    private Integer position;

    @Column(name = "field_name", nullable = false, length = 128)
    private String field;

    /** JSON pointer ({@code /order/number}), else a template over the payload. */
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
