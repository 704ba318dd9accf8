package org.ashlar.platform.mail.internal.service;

import org.ashlar.platform.mail.internal.model.MailServerEntity;
import org.ashlar.platform.mail.internal.model.SetMailPassword;
import org.ashlar.platform.mail.internal.out.MailServers;
import org.ashlar.platform.mail.internal.out.WaitingMails;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the password of an SMTP server, sealed. */
@Component
@ForModel("platform.mailServer")
@ForAction("setPassword")
public final class SetServerPasswordAction implements RecordAction {
    private final EntityStore store;
    private final MailServers servers;
    private final WaitingMails waiting;

    /** By injection. */
    @Activate
    public SetServerPasswordAction(@Reference EntityStore store, @Reference MailServers servers,
            @Reference WaitingMails waiting) {
        this.store = store;
        this.servers = servers;
        this.waiting = waiting;
    }

    @Override
    public Object run(ActionCall call) {
        String password = call.body(SetMailPassword.class).password();
        boolean some = password != null && !password.isEmpty();
        MailServerEntity server = store.get(MailServerEntity.class, call.id());
        server.setHasPassword(some);
        store.update(server);
        servers.password(call.id(), some ? password : null);
        waiting.hurry();
        return null;
    }
}
