package org.ashlar.platform.automation.internal.service;

import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Services of other platform modules, asked for when a rule needs them; says clearly which one is missing. Thread-safe. */
@Component(service = Installed.class)
public final class Installed {

    private final BundleContext context;

    /** By injection. */
    @Activate
    public Installed(BundleContext context) {
        this.context = context;
    }

    /**
     * The service.
     *
     * @throws Problem UNAVAILABLE {@code platform.automation.notInstalled} naming what is missing
     */
    <T> T get(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        T service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.automation.notInstalled", type.getSimpleName());
        }
        return service;
    }
}
