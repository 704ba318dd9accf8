package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Waiting;

/** The clock of one suite under test, which goes where it is told, and its tasks, which are waited for. */
final class SteppedClock implements AutoCloseable {

    static final String AUDITOR = "platform.auditor";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> TASKS = List.of("platform.automation", AUDITOR);

    private final Path file;
    private Instant told = Instant.now();
    private long toldAt = System.nanoTime();

    SteppedClock() throws IOException {
        file = Files.createTempFile("ashlar-torture", ".clock");
    }

    /** What the suite must be started with. */
    String option() {
        return "-Dashlar.test.clock=" + file;
    }

    /** Goes on from this moment. */
    void set(Instant moment) {
        try {
            Files.writeString(file, Duration.between(Instant.now(), moment).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        told = moment;
        toldAt = System.nanoTime();
        // The suite looks at the file ten times a second.
        Waiting.millis(250);
    }

    /** What the suite takes for now. */
    Instant now() {
        return told.plusNanos(System.nanoTime() - toldAt);
    }

    /** Goes there and lets the tasks that know days and hours have their run. */
    void strike(Api admin, Instant moment) {
        set(moment);
        run(admin, TASKS);
    }

    /** Lets tasks have their run now. */
    void run(Api admin, List<String> tasks) {
        Instant moment = now();
        tasks.forEach(task -> admin.post("/operations/schedules/" + task + "/run", "{}").expect(202));
        tasks.forEach(task -> Waiting.until(task + " at " + moment, PATIENCE, () -> ended(admin, task, moment)));
    }

    /** Seconds until a task has run after this moment, although nobody asked for it. */
    double byItself(Api admin, String task, Instant moment) {
        long begin = System.nanoTime();
        Waiting.until(task + " at " + moment, PATIENCE, () -> ended(admin, task, moment));
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean ended(Api admin, String task, Instant moment) {
        for (JsonNode row : admin.get("/operations/schedules").expect(200).json()) {
            if (row.path("id").asText().equals(task)) {
                // After a step back an older run may lie in what is now the future.
                Instant end = row.path("lastEnd").isNull() ? Instant.MIN : Instant.parse(row.path("lastEnd").asText());
                return !end.isBefore(moment) && !end.isAfter(now().plusSeconds(5));
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
