package org.ashlar.platform.records.internal.audit;

import java.time.Duration;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The chain by the clock. */
final class AuditTasks {

    private AuditTasks() {
    }

    /** Seals every few seconds. Thread-safe. */
    @Component(service = ScheduledTask.class)
    public static final class Seal implements ScheduledTask {

        private final DefaultAuditChain chain;

        @Activate
        public Seal(@Reference DefaultAuditChain chain) {
            this.chain = chain;
        }

        @Override
        public String id() {
            return "platform.auditSeal";
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(5);
        }

        @Override
        public void run() {
            chain.seal();
        }
    }

    /** Anchors once a day; looks hourly, so that a suite that is off at night has its anchors, too. Thread-safe. */
    @Component(service = ScheduledTask.class)
    public static final class AnchorOfTheDay implements ScheduledTask {

        private final DefaultAuditChain chain;

        @Activate
        public AnchorOfTheDay(@Reference DefaultAuditChain chain) {
            this.chain = chain;
        }

        @Override
        public String id() {
            return "platform.auditAnchor";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void run() {
            chain.anchor();
        }
    }
}
