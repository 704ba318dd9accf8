package org.ashlar.crm.internal.service;

import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.crm.internal.model.LostReasonEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why something is given up: a reason is asked for, and it must be in use. Thread-safe. */
@Component(service = LostReasons.class)
public final class LostReasons {

    private final EntityStore store;

    /** Used by DS. */
    @Activate
    public LostReasons(@Reference EntityStore store) {
        this.store = store;
    }

    /** The reason given. */
    long require(LoseBody body) {
        if (body.lostReason() == null) {
            throw Problem.rule("lostReason", "crm.lostReason.missing");
        }
        LostReasonEntity reason = store.get(LostReasonEntity.class, body.lostReason());
        if (!reason.isActive()) {
            throw Problem.rule("lostReason", "crm.lostReason.inactive", reason.getName());
        }
        return reason.getId();
    }
}
