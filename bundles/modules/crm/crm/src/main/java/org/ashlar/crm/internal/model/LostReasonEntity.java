package org.ashlar.crm.internal.model;

import javax.persistence.Entity;
import javax.persistence.Table;
import org.ashlar.platform.model.Model;

/** Why leads and opportunities are lost. */
@Entity
@Table(name = "crm_lost_reason")
@Model(value = "crm.lostReason", collection = "lost-reasons", label = "name", search = {"code", "name"}, sort = "name",
        naturalKey = "code", portable = true)
public class LostReasonEntity extends TermEntity {
}
