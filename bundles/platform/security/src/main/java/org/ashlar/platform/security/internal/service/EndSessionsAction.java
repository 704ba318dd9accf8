package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs a user out everywhere. */
@Component
@ForModel("platform.user")
@ForAction("endSessions")
public final class EndSessionsAction implements RecordAction {
    private final Sessions sessions;

    /** By injection. */
    @Activate
    public EndSessionsAction(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Object run(ActionCall call) {
        sessions.endAll(call.id());
        return null;
    }
}
