package org.ashlar.platform.operations.internal.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.ashlar.platform.job.Job;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.Rehearsed;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Rehearsing, upgrading and going back take minutes, so each is a job. Thread-safe. */
@Component(service = UpgradeJobs.class, immediate = true)
public final class UpgradeJobs {

    /** Tries a jar on a copy. */
    public static final String REHEARSE = "platform.upgradeRehearsal";
    /** Upgrades. */
    public static final String UPGRADE = "platform.upgrade";
    /** Goes back. */
    public static final String BACK = "platform.upgradeBack";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ServiceRegistration<Job>> registered;

    /** By injection; a way back that was cut short is settled before its job goes on. */
    @Activate
    public UpgradeJobs(BundleContext bundles, @Reference RehearsedJars rehearsals, @Reference Upgrades upgrades, @Reference WayBack back,
            @Reference ArrivedBack settled) {
        registered = List.of(
                register(bundles, REHEARSE, (asked, run) -> Map.of("rehearsed", rehearsals.rehearse(jar(asked)).name())),
                register(bundles, UPGRADE, (asked, run) -> Map.of("id", upgrades.carryOut(jar(asked), asked.path("unsigned").asBoolean(),
                        Rehearsed.valueOf(asked.path("rehearsed").asText()), run).id())),
                register(bundles, BACK, (asked, run) -> Map.of("state", back.carryOut(asked.path("id").asText()).state().name())));
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    private static Path jar(JsonNode asked) {
        return Path.of(asked.path("jar").asText());
    }

    private static ServiceRegistration<Job> register(BundleContext bundles, String type, BiFunction<JsonNode, JobRun, Object> work) {
        return bundles.registerService(Job.class, new Asked(type, work), null);
    }

    private record Asked(String type, BiFunction<JsonNode, JobRun, Object> work) implements Job {

        @Override
        public void run(JobRun run) {
            try {
                run.result(JSON.writeValueAsString(work.apply(JSON.readTree(run.parameters()), run)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
