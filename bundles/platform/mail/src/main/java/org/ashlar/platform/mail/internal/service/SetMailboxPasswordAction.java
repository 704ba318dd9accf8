package org.ashlar.platform.mail.internal.service;

import org.ashlar.platform.mail.internal.in.Mailboxes;
import org.ashlar.platform.mail.internal.model.MailboxEntity;
import org.ashlar.platform.mail.internal.model.SetMailPassword;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the password of a mailbox, sealed. */
@Component
@ForModel("platform.mailbox")
@ForAction("setPassword")
public final class SetMailboxPasswordAction implements RecordAction {
    private final EntityStore store;
    private final Mailboxes mailboxes;

    /** By injection. */
    @Activate
    public SetMailboxPasswordAction(@Reference EntityStore store, @Reference Mailboxes mailboxes) {
        this.store = store;
        this.mailboxes = mailboxes;
    }

    @Override
    public Object run(ActionCall call) {
        String password = call.body(SetMailPassword.class).password();
        boolean some = password != null && !password.isEmpty();
        MailboxEntity mailbox = store.get(MailboxEntity.class, call.id());
        mailbox.setHasPassword(some);
        store.update(mailbox);
        mailboxes.password(call.id(), some ? password : null);
        return null;
    }
}
