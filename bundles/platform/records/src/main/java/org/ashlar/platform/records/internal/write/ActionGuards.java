package org.ashlar.platform.records.internal.write;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.ashlar.platform.record.ActionGuard;
import org.ashlar.platform.record.Deferred;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks the guards before an action. They need the engine themselves, so each is fetched when first needed. Thread-safe. */
@Component(service = ActionGuards.class)
public final class ActionGuards {

    private final BundleContext context;
    private final Set<ServiceReference<ActionGuard>> guards = new ConcurrentSkipListSet<>();

    @Activate
    public ActionGuards(BundleContext context) {
        this.context = context;
    }

    @Reference(service = ActionGuard.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindGuard(ServiceReference<ActionGuard> guard) {
        guards.add(guard);
    }

    void unbindGuard(ServiceReference<ActionGuard> guard) {
        guards.remove(guard);
    }

    /** What stands for the call if a guard holds it back, else {@code null}. */
    Deferred before(String model, long id, String action, Map<String, Object> body) {
        for (ServiceReference<ActionGuard> reference : guards) {
            ActionGuard guard = context.getService(reference);
            Deferred held = guard == null ? null : guard.before(model, id, action, body);
            if (held != null) {
                return held;
            }
        }
        return null;
    }
}
