package org.ashlar.platform.kernel.internal.company;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whatever way a company came in or changed: reads the companies again and provisions the new ones. */
@Component(service = DomainEventHandler.class)
@Handles(RecordChanged.class)
public final class CompanyChanges implements NodeCache {

    private final Transactions transactions;
    private final CompanyCache cache;
    private final Provisioning provisioning;

    @Activate
    public CompanyChanges(@Reference Transactions transactions, @Reference CompanyCache cache,
            @Reference Provisioning provisioning) {
        this.transactions = transactions;
        this.cache = cache;
        this.provisioning = provisioning;
    }

    @Override
    public void on(RecordChanged event) {
        if (event.model().equals("platform.company")) {
            transactions.afterCommit(() -> {
                cache.reload();
                provisioning.wake();
            });
        }
    }

    /** The node where the company was created provisions it. */
    @Override
    public void changedElsewhere(RecordChanged event) {
        if (event.model().equals("platform.company")) {
            cache.reload();
        }
    }

    @Override
    public void missed() {
        cache.reload();
    }
}
