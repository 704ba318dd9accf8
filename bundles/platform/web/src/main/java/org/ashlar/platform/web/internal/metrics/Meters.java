package org.ashlar.platform.web.internal.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The measurements of this node. Thread-safe. */
@Component(service = Meters.class)
public final class Meters {
    private static final int AREAS = 500;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** By injection. */
    @Activate
    public Meters(@Reference Modules modules) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
        for (ModuleState state : ModuleState.values()) {
            Gauge.builder("ashlar.modules", modules, all -> all.list().stream().filter(m -> m.state() == state).count())
                    .tag("state", state.name()).description("Modules of this installation").register(registry);
        }
    }

    @Deactivate
    void stop() {
        collector.close();
        registry.close();
    }

    /** Counts one answered request. */
    void request(String method, String area, int status, long nanos) {
        String known = timers.size() < AREAS ? area : "other";
        timers.computeIfAbsent(method + ' ' + known + ' ' + status / 100, key -> timer(registry, method, known, status))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, String method, String area, int status) {
        return Timer.builder("ashlar.http.requests").description("Answered requests of the API").tag("method", method)
                .tag("area", area).tag("status", status / 100 + "xx")
                .serviceLevelObjectives(Duration.ofMillis(10), Duration.ofMillis(60), Duration.ofMillis(250),
                        Duration.ofSeconds(1), Duration.ofSeconds(10))
                .register(registry);
    }

    /** All of it as Prometheus text. */
    public String scrape() {
        return registry.scrape();
    }
}
