package org.ashlar.platform.collaboration.internal.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Model;

/** A word that people put on records of any model. */
@Entity
@Table(name = "platform_tag")
@Model(value = "platform.tag", collection = "tags", label = "name", search = "name", sort = "name", naturalKey = "name",
        portable = true)
public class TagEntity extends BaseEntity {
    @Column(name = "name", nullable = false, length = 64)
    private String name;

    /** Name of a colour of the interface or {@code #rrggbb}. */
    @Column(name = "color", length = 16)
    private String color;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getColor() {
        return color;
    }
}
