package org.ashlar.platform.studio.internal.model;

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
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;

/** A model that an administrator defined; its fields besides {@code name}, {@code number} and {@code state} are custom fields. */
@Entity
@Table(name = "platform_custom_model")
@Model(value = "platform.customModel", collection = "custom-models", label = "code",
        search = {"code", "labelEn", "labelZh"}, sort = "code", naturalKey = "code", companyScoped = false,
        deletable = false, portable = true)
@Action("purge")
public class CustomModelEntity extends BaseEntity {

    @Field(createOnly = true)
    @Column(name = "code", nullable = false, length = 28)
    private String code;

    /** Last part of the REST path; without one it follows from the code. */
    @Field(createOnly = true)
    @Column(name = "collection_name", nullable = true, length = 60)
    private String collection;

    @Column(name = "label_en", nullable = false, length = 120)
    private String labelEn;

    @Column(name = "label_zh", nullable = true, length = 120)
    private String labelZh;

    @Column(name = "icon", nullable = true, length = 40)
    private String icon;

    /** Field that stands for the record; the number or the name unless said otherwise. */
    @Field(defaulted = true)
    @Column(name = "label_field", nullable = false, length = 40)
    private String labelField;

    @Column(name = "sort_order", nullable = true, length = 255)
    private String sort;

    /** Fields that are unique together, separated by commas. */
    @Column(name = "natural_key", nullable = true, length = 255)
    private String naturalKey;

    @Field(createOnly = true)
    @Column(name = "is_company_scoped", nullable = false)
    private boolean companyScoped = true;

    /** Pattern of the field {@code number}, for example {@code EQ-{yyyy}-{seq:4}}; without one there is no such field. */
    @Column(name = "number_pattern", nullable = true, length = 60)
    private String numberPattern;

    /** Code of the custom model whose lines these are. */
    @Field(createOnly = true)
    @Column(name = "parent_code", nullable = true, length = 28)
    private String parent;

    /** Field of the owner that holds these lines. */
    @Field(createOnly = true)
    @Column(name = "lines_field", nullable = true, length = 28)
    private String linesField;

    @Column(name = "in_menu", nullable = false)
    private boolean menu = true;

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Lines("platform.customState")
    @OneToMany(mappedBy = "model", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CustomStateEntity> states = new ArrayList<>();

    @Lines("platform.customTransition")
    @OneToMany(mappedBy = "model", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CustomTransitionEntity> transitions = new ArrayList<>();

    public String getCode() {
        return code;
    }

    public String getCollection() {
        return collection;
    }

    public void setCollection(String collection) {
        this.collection = collection;
    }

    public String getLabelField() {
        return labelField;
    }

    public void setLabelField(String labelField) {
        this.labelField = labelField;
    }

    public String getNaturalKey() {
        return naturalKey;
    }

    public String getNumberPattern() {
        return numberPattern;
    }

    public String getParent() {
        return parent;
    }

    public String getLinesField() {
        return linesField;
    }

    public void setLinesField(String linesField) {
        this.linesField = linesField;
    }

    public boolean isActive() {
        return active;
    }

    public List<CustomStateEntity> getStates() {
        return states;
    }

    public List<CustomTransitionEntity> getTransitions() {
        return transitions;
    }
}
