package org.ashlar.platform.documents.internal.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** Preprinted paper (套打); its picture, shown on screen only, is the newest file of the record. */
@Entity
@Table(name = "platform_paper_form")
@Model(value = "platform.paperForm", collection = "paper-forms", label = "name", search = {"code", "name"}, sort = "name", naturalKey = "code", portable = true)
public class PaperFormEntity extends BaseEntity {

    @Column(name = "code", nullable = false, length = 64)
    private String code;

    @Column(name = "name", nullable = false, length = 255)
    private String name;

    /** In mm. */
    @Column(name = "width_mm", nullable = false, precision = 9, scale = 2)
    private BigDecimal width;

    /** In mm. */
    @Column(name = "height_mm", nullable = false, precision = 9, scale = 2)
    private BigDecimal height;

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getWidth() {
        return width;
    }

    public BigDecimal getHeight() {
        return height;
    }
}
