package org.ashlar.platform.kernel.internal.registry;

import javax.persistence.EntityManagerFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells the registry which persistence units are up: a module is active only with its unit. */
@Component(immediate = true, service = {})
public final class UnitTracker {

    private final ModuleRegistry registry;

    @Activate
    public UnitTracker(@Reference ModuleRegistry registry) {
        this.registry = registry;
    }

    @Reference(service = EntityManagerFactory.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC, unbind = "removeUnit")
    void addUnit(ServiceReference<EntityManagerFactory> unit) {
        registry.unit(name(unit), true);
    }

    void removeUnit(ServiceReference<EntityManagerFactory> unit) {
        registry.unit(name(unit), false);
    }

    private static String name(ServiceReference<?> unit) {
        return String.valueOf(unit.getProperty("osgi.unit.name"));
    }
}
