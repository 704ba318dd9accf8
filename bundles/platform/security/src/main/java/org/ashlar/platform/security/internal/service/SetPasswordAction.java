package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.security.internal.model.SetPassword;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a user a new password. */
@Component
@ForModel("platform.user")
@ForAction("setPassword")
public final class SetPasswordAction implements RecordAction {
    private final Delegation delegation;
    private final Passwords passwords;

    /** By injection. */
    @Activate
    public SetPasswordAction(@Reference Delegation delegation, @Reference Passwords passwords) {
        this.delegation = delegation;
        this.passwords = passwords;
    }

    @Override
    public Object run(ActionCall call) {
        delegation.requireOver(call.id());
        SetPassword wanted = call.body(SetPassword.class);
        passwords.set(call.id(), wanted.password());
        if (Boolean.TRUE.equals(wanted.mustChange())) {
            passwords.demandChange(call.id());
        }
        return null;
    }
}
