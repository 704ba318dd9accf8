package org.ashlar.platform.operations.internal.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.List;
import org.ashlar.platform.backup.Backups;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.job.Job;
import org.ashlar.platform.job.JobRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backups and rehearsals that somebody asked for over REST; minutes are too long for a request. */
public final class BackupJobs {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private BackupJobs() {
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parameters(JobRun run) {
        try {
            return JSON.readTree(run.parameters());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a backup. */
    @Component
    public static final class Create implements Job {

        /** Its type. */
        public static final String TYPE = "platform.backup";

        private final Backups backups;

        /** By injection. */
        @Activate
        public Create(@Reference Backups backups) {
            this.backups = backups;
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void run(JobRun run) {
            run.result(text(backups.create()));
        }
    }

    /** Reads a backup against its checksums. */
    @Component
    public static final class Verify implements Job {

        /** Its type. */
        public static final String TYPE = "platform.backupVerify";

        private final Backups backups;

        /** By injection. */
        @Activate
        public Verify(@Reference Backups backups) {
            this.backups = backups;
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void run(JobRun run) {
            run.result(text(backups.verify(parameters(run).path("name").asText())));
        }
    }

    /** Rehearses an upgrade. */
    @Component
    public static final class Rehearse implements Job {

        /** Its type. */
        public static final String TYPE = "platform.rehearsal";

        private final Rehearsals rehearsals;

        /** By injection. */
        @Activate
        public Rehearse(@Reference Rehearsals rehearsals) {
            this.rehearsals = rehearsals;
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void run(JobRun run) {
            String jar = parameters(run).path("jar").asText(null);
            run.result(text(rehearsals.rehearse(null, jar == null || jar.isBlank() ? List.of() : List.of(Path.of(jar)))));
        }
    }
}
