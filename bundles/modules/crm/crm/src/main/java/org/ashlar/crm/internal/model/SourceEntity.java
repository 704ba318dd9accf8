package org.ashlar.crm.internal.model;

import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Model;

/** Where leads come from. */
@Entity
@Table(name = "crm_source")
@Model(value = "crm.source", collection = "sources", label = "name", search = {"code", "name"}, sort = "name",
        naturalKey = "code", portable = true)
public class SourceEntity extends TermEntity {
}
