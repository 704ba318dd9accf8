package org.ashlar.platform.transfer.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Field;
import org.ashlar.platform.model.Model;

/** A mapping kept for the next file of the same kind. */
@Entity
@Table(name = "platform_import_mapping")
@Model(value = "platform.importMapping", collection = "import-mappings", label = "name", search = {"code", "name"},
        sort = "name", naturalKey = "code", portable = true)
public class ImportMappingEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    @Field(required = true)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    @Field(required = true)
    private String name;

    @Column(name = "target_model", nullable = false, length = 64)
    @Field(required = true)
    private String targetModel;

    /** The mapping as JSON. */
    @Column(name = "definition", nullable = false, length = 16000)
    @Field(required = true)
    private String definition;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTargetModel() {
        return targetModel;
    }

    public void setTargetModel(String targetModel) {
        this.targetModel = targetModel;
    }

    public String getDefinition() {
        return definition;
    }

    public void setDefinition(String definition) {
        this.definition = definition;
    }
}
