package org.ashlar.crm.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** A stage of the sales process that open opportunities pass in order. */
@Entity
@Table(name = "crm_stage")
@Model(value = "crm.stage", collection = "stages", label = "name", search = {"code", "name"}, sort = "sequence",
        naturalKey = "code", portable = true)
public class StageEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 32)
    private String code;

    @Column(name = "name", nullable = false, length = 128)
    private String name;

    /** Stages follow each other by it. */
    @Column(name = "seq_no", nullable = false)
    private Integer sequence;

    /** Chance of winning in percent, taken over by opportunities that enter the stage. */
    @Column(name = "probability", nullable = false)
    private Integer probability;

    /** Only active ones are offered for new records. */
    @Column(name = "active", nullable = false)
    private boolean active = true;

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

    public Integer getSequence() {
        return sequence;
    }

    public void setSequence(Integer sequence) {
        this.sequence = sequence;
    }

    public Integer getProbability() {
        return probability;
    }

    public void setProbability(Integer probability) {
        this.probability = probability;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
