package org.ashlar.platform.kernel.internal.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For tests only, and absent unless the instance was started with the system property {@code ashlar.test.clock}: a file
 * that says by how much the suite's clock is ahead, as an ISO duration such as {@code PT49H}; read again when it changes.
 */
@Component(service = ShiftedClock.class, immediate = true)
public final class ShiftedClock {

    private static final Logger LOG = LoggerFactory.getLogger(ShiftedClock.class);

    private ServiceRegistration<Clock> registration;

    /** Registers the source only when the instance was started for a test. */
    @Activate
    public ShiftedClock(BundleContext context) {
        String file = context.getProperty("ashlar.test.clock");
        if (file != null) {
            LOG.warn("The clock follows {}: this instance is for tests only", file);
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("ashlar.clock.source", true);
            registration = context.registerService(Clock.class, new FileClock(Path.of(file)), properties);
        }
    }

    @Deactivate
    void stop() {
        if (registration != null) {
            registration.unregister();
        }
    }

    /** The system's clock plus what the file says. */
    private static final class FileClock extends Clock {

        private final Path file;
        private final Clock system = Clock.systemUTC();
        private volatile long readAt;
        private volatile Duration ahead = Duration.ZERO;

        FileClock(Path file) {
            this.file = file;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            long now = system.millis();
            if (now - readAt > 100) {
                readAt = now;
                read();
            }
            return system.instant().plus(ahead);
        }

        private void read() {
            try {
                ahead = Duration.parse(Files.readString(file).strip());
            } catch (IOException | DateTimeParseException unreadable) {
                LOG.debug("{} says no duration", file, unreadable);
            }
        }
    }
}
