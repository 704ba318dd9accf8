package org.ashlar.platform.kernel.internal.registry;

import java.util.Map;
import org.ashlar.platform.module.Modules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Says on the event bus that a module came, went or changed its state, so that nobody has to ask again and again. */
@Component(immediate = true, service = {})
public final class ModuleNews {

    private final ModuleRegistry registry;
    private final Runnable told;

    @Activate
    public ModuleNews(@Reference ModuleRegistry registry, @Reference EventAdmin bus) {
        this.registry = registry;
        told = () -> bus.postEvent(new Event(Modules.CHANGED, Map.of()));
        registry.onChange(told);
    }

    @Deactivate
    void stop() {
        registry.removeListener(told);
    }
}
