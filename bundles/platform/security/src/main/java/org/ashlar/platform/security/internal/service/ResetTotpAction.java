package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes away the second step of a user who lost his device, and signs him out everywhere. */
@Component
@ForModel("platform.user")
@ForAction("resetTotp")
public final class ResetTotpAction implements RecordAction {
    private final Delegation delegation;
    private final SecondStep second;
    private final Sessions sessions;

    /** By injection. */
    @Activate
    public ResetTotpAction(@Reference Delegation delegation, @Reference SecondStep second, @Reference Sessions sessions) {
        this.delegation = delegation;
        this.second = second;
        this.sessions = sessions;
    }

    @Override
    public Object run(ActionCall call) {
        delegation.requireOver(call.id());
        second.remove(call.id());
        sessions.endAll(call.id());
        return null;
    }
}
