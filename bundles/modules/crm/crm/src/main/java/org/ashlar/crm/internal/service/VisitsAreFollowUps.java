package org.ashlar.crm.internal.service;

import java.util.Set;
import org.ashlar.platform.activity.FollowUps;
import org.osgi.service.component.annotations.Component;

/** A logged visit is a follow-up. Thread-safe. */
@Component
public final class VisitsAreFollowUps implements FollowUps {

    @Override
    public Set<String> models() {
        return Set.of("crm.visit");
    }
}
