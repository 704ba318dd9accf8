package org.ashlar.platform.records.internal.write;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.RecordReaction;
import org.ashlar.platform.records.internal.store.UnitsOfWork;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Lets handlers have their say before the answer to a save is composed, where they may change the saved record. Thread-safe. */
@Component(service = Reactions.class)
public final class Reactions {

    private final BundleContext context;
    private final UnitsOfWork units;
    private final Access access;
    private final Set<ServiceReference<RecordReaction>> reactions = new ConcurrentSkipListSet<>();

    @Activate
    public Reactions(BundleContext context, @Reference UnitsOfWork units, @Reference Access access) {
        this.context = context;
        this.units = units;
        this.access = access;
    }

    @Reference(service = RecordReaction.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindReaction(ServiceReference<RecordReaction> reaction) {
        reactions.add(reaction);
    }

    void unbindReaction(ServiceReference<RecordReaction> reaction) {
        reactions.remove(reaction);
    }

    /** Publishes what the running transaction changed so far, if somebody may change a record of the model further. */
    public void settle(String model) {
        for (ServiceReference<RecordReaction> reference : reactions) {
            RecordReaction reaction = context.getService(reference);
            if (reaction != null && reaction.reacts(model, access.caller().companyId())) {
                units.settle();
                return;
            }
        }
    }
}
