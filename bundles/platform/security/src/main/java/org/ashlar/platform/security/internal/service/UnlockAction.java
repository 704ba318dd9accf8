package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends a lock-out before its time. */
@Component
@ForModel("platform.user")
@ForAction("unlock")
public final class UnlockAction implements RecordAction {
    private final Sql sql;

    /** By injection. */
    @Activate
    public UnlockAction(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public Object run(ActionCall call) {
        sql.inTransaction(db -> db.execute("update platform_user set failures = 0, locked_until = null where id = ?",
                call.id()));
        return null;
    }
}
