package org.ashlar.platform.approvals.internal.service;

import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the running transaction may do because it was approved: the guard let it pass, so the later check does too. Thread-safe. */
@Component(service = Passes.class)
public final class Passes {

    private final TransactionSynchronizationRegistry registry;

    /** By injection. */
    @Activate
    public Passes(@Reference TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    void grant(long policy, long record) {
        registry.putResource(key(policy, record), Boolean.TRUE);
    }

    boolean has(long policy, long record) {
        return registry.getResource(key(policy, record)) != null;
    }

    private static String key(long policy, long record) {
        return "ashlar.approval.pass." + policy + "." + record;
    }
}
