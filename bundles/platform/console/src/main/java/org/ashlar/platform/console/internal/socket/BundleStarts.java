package org.ashlar.platform.console.internal.socket;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers when each bundle last started, which the framework does not: the proof that installing one module restarts no
 * other. Thread-safe.
 */
@Component(service = BundleStarts.class, immediate = true)
public final class BundleStarts {

    private final Map<Long, Instant> starts = new ConcurrentHashMap<>();
    private final BundleContext bundles;
    private final SynchronousBundleListener listener;

    /** Begins to listen. */
    @Activate
    public BundleStarts(BundleContext bundles, @Reference Clock clock) {
        this.bundles = bundles;
        this.listener = event -> {
            if (event.getType() == BundleEvent.STARTED) {
                starts.put(event.getBundle().getBundleId(), clock.instant());
            }
        };
        bundles.addBundleListener(listener);
    }

    /** Ends listening. */
    @Deactivate
    public void stop() {
        bundles.removeBundleListener(listener);
    }

    /** The last start since this console came up; empty if it was before. */
    public Optional<Instant> of(long bundleId) {
        return Optional.ofNullable(starts.get(bundleId));
    }
}
