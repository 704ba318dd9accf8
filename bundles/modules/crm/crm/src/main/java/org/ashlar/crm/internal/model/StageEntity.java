package org.ashlar.crm.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Model;

/** A stage of the sales process that open opportunities pass in order. */
@Entity
@Table(name = "crm_stage")
@Model(value = "crm.stage", collection = "stages", label = "name", search = {"code", "name"}, sort = "sequence",
        naturalKey = "code", portable = true)
public class StageEntity extends TermEntity {

    /** Stages follow each other by it. */
    @Column(name = "seq_no", nullable = false)
    private Integer sequence;

    /** Chance of winning in percent, taken over by opportunities that enter the stage. */
    @Column(name = "probability", nullable = false)
    private Integer probability;

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
}
