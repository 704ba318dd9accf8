package org.ashlar.platform.operations.internal.upgrade;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.operations.internal.upgrade.Upgrade.Rehearsed;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries a jar on a copy and keeps beside it what came of that, so that an upgrade knows it. Thread-safe. */
@Component(service = RehearsedJars.class)
public final class RehearsedJars {

    private static final String NOTE = ".rehearsed";

    private final ObjectMapper json = new ObjectMapper();
    private final Rehearsals rehearsals;
    private final Access access;

    /** By injection. */
    @Activate
    public RehearsedJars(@Reference Rehearsals rehearsals, @Reference Access access) {
        this.rehearsals = rehearsals;
        this.access = access;
    }

    /**
     * What came of it.
     *
     * @param outcome figures, {@code null} if it did not come up
     * @param code why it did not, {@code null} if it did
     */
    public record Trial(Rehearsed rehearsed, Rehearsals.Outcome outcome, String code, List<String> args) {
    }

    /** Whoever may install any code may see what it does to the figures. */
    Rehearsed rehearse(Path jar) {
        access.require(Upgrades.PERMISSION);
        Path note = note(jar);
        try {
            Files.deleteIfExists(note);
            Rehearsals.Outcome outcome = access.as(access.system(0), () -> rehearsals.rehearse(null, List.of(jar)));
            Rehearsed rehearsed = outcome.differences().isEmpty() ? Rehearsed.SAME : Rehearsed.DIFFERS;
            keep(note, new Trial(rehearsed, outcome, null, List.of()));
            return rehearsed;
        } catch (Problem failed) {
            keep(note, new Trial(Rehearsed.FAILED, null, failed.code(), failed.args().stream().map(String::valueOf).toList()));
            throw failed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Path note, Trial trial) {
        try {
            Path draft = note.resolveSibling(note.getFileName() + ".part");
            Files.write(draft, json.writeValueAsBytes(trial));
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of trying this very jar, empty if nobody has. */
    public Optional<Trial> of(Path jar) {
        Path note = note(jar);
        try {
            return Files.exists(note) ? Optional.of(json.readValue(Files.readAllBytes(note), Trial.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a jar that waited, and what came of trying it. */
    public static void forget(Path jar) {
        try {
            Files.deleteIfExists(jar);
            Files.deleteIfExists(note(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path note(Path jar) {
        return jar.resolveSibling(jar.getFileName() + NOTE);
    }
}
