package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.module.Readiness;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Holds readiness back until the first start is done, also while {@link FirstStart} still waits for the database. */
@Component
public final class FirstStartReadiness implements Readiness {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile FirstStart firstStart;

    @Override
    public String id() {
        return "security.firstStart";
    }

    @Override
    public boolean ready() {
        FirstStart now = firstStart;
        return now != null && now.done();
    }
}
