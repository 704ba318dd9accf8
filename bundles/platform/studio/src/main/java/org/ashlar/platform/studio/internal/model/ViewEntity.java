package org.ashlar.platform.studio.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;

/** How a model is shown instead of by its own view, to everybody or to some. */
@Entity
@Table(name = "platform_view")
@Model(value = "platform.view", collection = "views", label = "code", search = {"code", "model"}, sort = "model,code",
        naturalKey = "code", companyScoped = false, portable = true)
public class ViewEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Field(createOnly = true)
    @Column(name = "model_id", nullable = false, length = 100)
    private String model;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private ViewKind kind;

    /** Only for holders of this role; empty: for all. */
    @Column(name = "role_code", nullable = true, length = 64)
    private String role;

    /** Only in this company; empty: in all. */
    @Ref("platform.company")
    @Column(name = "for_company", nullable = true)
    private Long company;

    /** Among several that fit equally well the one with the lowest wins. */
    @Column(name = "priority", nullable = false)
    private int priority = 100;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    /** JSON, see the module's README. */
    @Column(name = "definition", nullable = false, length = 16000)
    private String definition;

    public String getCode() {
        return code;
    }

    public String getModel() {
        return model;
    }

    public ViewKind getKind() {
        return kind;
    }

    public String getDefinition() {
        return definition;
    }
}
