package org.ashlar.platform.security.internal.service;

import java.util.Set;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a change of users, roles, tokens or companies count from the moment of its commit, on every node. */
@Component(service = DomainEventHandler.class)
@Handles(RecordChanged.class)
public final class AccessChanges implements NodeCache {
    private static final Set<String> MODELS =
            Set.of("platform.user", "platform.userRole", "platform.role", "platform.apiToken", "platform.company", "platform.group",
                    "platform.recordRule", "platform.fieldRight");

    private final Transactions transactions;
    private final Accounts accounts;
    private final ApiTokens tokens;

    /** By injection. */
    @Activate
    public AccessChanges(@Reference Transactions transactions, @Reference Accounts accounts, @Reference ApiTokens tokens) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public void on(RecordChanged event) {
        if (MODELS.contains(event.model())) {
            transactions.afterCommit(this::missed);
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (MODELS.contains(event.model())) {
            missed();
        }
    }

    @Override
    public void missed() {
        accounts.forget();
        tokens.forget();
    }
}
