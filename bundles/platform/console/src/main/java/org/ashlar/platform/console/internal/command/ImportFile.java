package org.ashlar.platform.console.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ashlar.platform.job.JobStatus;
import org.ashlar.platform.job.Jobs;
import org.osgi.framework.BundleContext;

/** Imports a CSV file as REST does, and waits for the end. */
@Service
@Command(scope = "ashlar", name = "import", description = "Imports a CSV file by a JSON mapping and prints the tally")
public final class ImportFile extends AshlarCommand {

    private static final long PAUSE_NANOS = 200_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Argument(index = 0, name = "file", description = "CSV file", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--mapping", description = "JSON file with the mapping", required = true)
    @Completion(FileCompleter.class)
    String mapping;

    @Option(name = "--dry-run", description = "Check everything, keep nothing")
    boolean dryRun;

    @Reference
    Jobs jobs;

    @Reference
    BundleContext bundles;

    @Override
    void work() {
        try {
            Path stored = Path.of(bundles.getProperty("karaf.data"), "imports", UUID.randomUUID() + ".csv");
            Files.createDirectories(stored.getParent());
            Files.copy(Path.of(file), stored);
            ObjectNode order = JSON.createObjectNode().put("file", stored.toString()).put("fileName", file)
                    .put("dryRun", dryRun);
            order.set("mapping", JSON.readTree(Path.of(mapping).toFile()));
            JobStatus end = await(jobs.start("transfer.import", order.toString()));
            if (!"DONE".equals(end.state())) {
                throw new IllegalStateException(text("console.job.failed", end.id(), end.state(), String.valueOf(end.problem())));
            }
            JsonNode tally = JSON.readTree(end.result());
            table(List.of("job", "rows", "created", "updated", "existing", "rejected"), List.of(List.<Object>of(end.id(),
                    tally.path("rows").asLong(), tally.path("created").asLong(), tally.path("updated").asLong(),
                    tally.path("existing").asLong(), tally.path("rejected").asLong())));
        } catch (IOException e) {
            throw new IllegalStateException(text("console.file.unreadable", String.valueOf(e.getMessage())), e);
        }
    }

    private JobStatus await(long id) {
        JobStatus status = jobs.status(id);
        while (status.state().equals("QUEUED") || status.state().equals("RUNNING")) {
            LockSupport.parkNanos(PAUSE_NANOS);
            status = jobs.status(id);
        }
        return status;
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
