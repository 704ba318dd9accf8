package org.ashlar.platform.operations.internal.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.ashlar.platform.backup.Backups;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.job.Job;
import org.ashlar.platform.job.JobRun;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Backups and rehearsals that somebody asked for over REST, one job each; minutes are too long for a request. Thread-safe. */
@Component(service = BackupJobs.class, immediate = true)
public final class BackupJobs {

    /** Makes a backup. */
    public static final String CREATE = "platform.backup";
    /** Makes a masked one. */
    public static final String MASKED = "platform.backupMasked";
    /** Reads a backup against its checksums. */
    public static final String VERIFY = "platform.backupVerify";
    /** Restores a backup on trial. */
    public static final String RESTORE = "platform.backupRestore";
    /** Rehearses an upgrade. */
    public static final String REHEARSE = "platform.rehearsal";

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final List<ServiceRegistration<Job>> registered;

    /** By injection. */
    @Activate
    public BackupJobs(BundleContext bundles, @Reference Backups backups, @Reference Rehearsals rehearsals) {
        registered = List.of(
                register(bundles, CREATE, asked -> backups.create()),
                register(bundles, MASKED, asked -> backups.createMasked()),
                register(bundles, VERIFY, asked -> backups.verify(asked.path("name").asText())),
                register(bundles, RESTORE, asked -> backups.verifyByRestoring(asked.path("name").asText())),
                register(bundles, REHEARSE, asked -> rehearsals.rehearse(null, jars(asked.path("jar").asText("")))));
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }

    private static List<Path> jars(String jar) {
        return jar.isBlank() || jar.equals("null") ? List.of() : List.of(Path.of(jar));
    }

    private static ServiceRegistration<Job> register(BundleContext bundles, String type, Function<JsonNode, Object> work) {
        return bundles.registerService(Job.class, new Asked(type, work), null);
    }

    /** One kind of job: what was asked for as JSON, what came of it as JSON. */
    private record Asked(String type, Function<JsonNode, Object> work) implements Job {

        @Override
        public void run(JobRun run) {
            try {
                run.result(JSON.writeValueAsString(work.apply(JSON.readTree(run.parameters()))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
