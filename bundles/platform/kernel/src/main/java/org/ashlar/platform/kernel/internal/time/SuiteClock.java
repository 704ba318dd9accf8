package org.ashlar.platform.kernel.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The suite's clock, in UTC and microseconds (what both databases keep). Its time is that of the highest ranking
 * {@code java.time.Clock} service with {@code ashlar.clock.source=true}, which tests register; else the system's.
 * The service itself never changes, so that consumers may bind it statically. Thread-safe.
 */
@Component(service = Clock.class, immediate = true,
        property = {"ashlar.clock=suite", "service.ranking:Integer=2147483647"})
public final class SuiteClock extends Clock {

    private final ServiceTracker<Clock, Clock> sources;
    private final ZoneId zone;

    @Activate
    public SuiteClock(BundleContext context) throws InvalidSyntaxException {
        this(new ServiceTracker<>(context,
                context.createFilter("(&(objectClass=java.time.Clock)(ashlar.clock.source=true))"), null), ZoneOffset.UTC);
        sources.open();
    }

    private SuiteClock(ServiceTracker<Clock, Clock> sources, ZoneId zone) {
        this.sources = sources;
        this.zone = zone;
    }

    @Deactivate
    void stop() {
        sources.close();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SuiteClock(sources, other);
    }

    @Override
    public Instant instant() {
        Clock source = sources.getService();
        Instant now = source == null ? Instant.now(Clock.systemUTC()) : source.instant();
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
