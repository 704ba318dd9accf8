package org.ashlar.platform.model;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;

/** Base of entities that add fields to another module's model, see {@link Extends}. Column: {@code id}, the base record's. */
@MappedSuperclass
public abstract class ExtensionEntity {

    @Id
    @Column(name = "id")
    private Long id;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
