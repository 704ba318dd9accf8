package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.model.SessionEntity;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends a session by deleting its record: only of users over whom the caller stands. */
@Component
@ForModel("platform.session")
public final class SessionRules implements RecordRules<SessionEntity> {
    private final Delegation delegation;
    private final Sessions sessions;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public SessionRules(@Reference Delegation delegation, @Reference Sessions sessions, @Reference Transactions transactions) {
        this.delegation = delegation;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @Override
    public void beforeDelete(SessionEntity session) {
        delegation.requireOver(session.getUser());
        transactions.afterCommit(sessions::forget);
    }
}
