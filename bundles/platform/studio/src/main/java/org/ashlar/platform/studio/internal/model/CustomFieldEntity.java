package org.ashlar.platform.studio.internal.model;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;

/** A field that an administrator added to a model. Model, code and type stay as they are, because data hangs on them. */
@Entity
@Table(name = "platform_custom_field")
@Model(value = "platform.customField", collection = "custom-fields", label = "name",
        search = {"model", "code", "labelEn", "labelZh"}, sort = "model,position,code", naturalKey = {"model", "code"},
        companyScoped = false, deletable = false, portable = true)
@Action("purge")
public class CustomFieldEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "model_id", nullable = false, length = 100)
    private String model;

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 28)
    private String code;

    /** Name in JSON: the code, on models with an entity class after {@code x_}. */
    @Field(readonly = true)
    @Column(name = "field_name", nullable = false, length = 40)
    private String name;

    @Field(createOnly = true)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, length = 16)
    private FieldKind type;

    @Column(name = "label_en", nullable = false, length = 120)
    private String labelEn;

    @Column(name = "label_zh", nullable = true, length = 120)
    private String labelZh;

    @Column(name = "help_en", nullable = true, length = 1000)
    private String helpEn;

    @Column(name = "help_zh", nullable = true, length = 1000)
    private String helpZh;

    @Field(createOnly = true)
    @Column(name = "text_length", nullable = true)
    private Integer length;

    @Field(createOnly = true)
    @Column(name = "decimal_scale", nullable = true)
    private Integer scale;

    @Field(createOnly = true)
    @Column(name = "currency_field", nullable = true, length = 60)
    private String currencyField;

    @Field(createOnly = true)
    @Column(name = "target_model", nullable = true, length = 100)
    private String target;

    @Column(name = "is_required", nullable = false)
    private boolean required;

    @Column(name = "is_unique", nullable = false)
    private boolean unique;

    @Column(name = "is_indexed", nullable = false)
    private boolean indexed;

    @Column(name = "is_searchable", nullable = false)
    private boolean searchable;

    @Column(name = "default_value", nullable = true, length = 255)
    private String defaultValue;

    @Column(name = "tab_title", nullable = true, length = 60)
    private String tab;

    @Column(name = "group_title", nullable = true, length = 60)
    private String group;

    /** Whether lists show it by themselves. */
    @Column(name = "in_list", nullable = false)
    private boolean inList = true;

    @Column(name = "line_no", nullable = false)
    private int position = 100;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Lines("platform.customOption")
    @OneToMany(mappedBy = "field", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CustomOptionEntity> options = new ArrayList<>();

    public String getModel() {
        return model;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public FieldKind getType() {
        return type;
    }

    public Integer getLength() {
        return length;
    }

    public void setLength(Integer length) {
        this.length = length;
    }

    public Integer getScale() {
        return scale;
    }

    public void setScale(Integer scale) {
        this.scale = scale;
    }

    public String getCurrencyField() {
        return currencyField;
    }

    public void setCurrencyField(String currencyField) {
        this.currencyField = currencyField;
    }

    public String getTarget() {
        return target;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isUnique() {
        return unique;
    }

    public boolean isIndexed() {
        return indexed;
    }

    public boolean isSearchable() {
        return searchable;
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    public boolean isActive() {
        return active;
    }

    public List<CustomOptionEntity> getOptions() {
        return options;
    }
}
