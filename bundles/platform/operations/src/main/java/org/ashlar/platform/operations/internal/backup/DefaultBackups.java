package org.ashlar.platform.operations.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditChain;
import org.ashlar.platform.backup.Backups;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.backup.Rehearsals.Figure;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.operations.internal.masking.Masking;
import org.ashlar.platform.operations.internal.rehearsal.FigureReader;
import org.ashlar.platform.operations.internal.rehearsal.Sandbox;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of the whole installation while people work: a consistent copy of the database, attachments and extensions, in one
 * file with a checksum per entry, sealed when {@code ASHLAR_BACKUP_PHRASE} is set. The key of sealed fields
 * ({@code data/secret.key}) is never in it. Thread-safe; one backup at a time.
 */
@Component(service = {Backups.class, DefaultBackups.class})
public final class DefaultBackups implements Backups {

    /** Permission to make and restore backups. */
    public static final String PERMISSION = "platform.backup.manage";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultBackups.class);
    private static final List<String> FOLDERS = List.of("attachments", "extensions");

    private final DatabaseCopies database;
    private final Modules modules;
    private final FigureReader figures;
    private final Sandbox sandbox;
    private final Masking masking;
    private final Access access;
    private final Clock clock;
    private final Path data;
    private final BackupFolder kept;

    /** By injection. */
    @Activate
    public DefaultBackups(BundleContext bundles, @Reference DatabaseCopies database, @Reference Modules modules,
            @Reference FigureReader figures, @Reference Sandbox sandbox, @Reference Masking masking, @Reference Access access,
            @Reference Clock clock) {
        this.database = database;
        this.modules = modules;
        this.figures = figures;
        this.sandbox = sandbox;
        this.masking = masking;
        this.access = access;
        this.clock = clock;
        this.data = Path.of(bundles.getProperty("karaf.data"));
        this.kept = BackupFolder.of(data);
    }

    @Override
    public synchronized Backup create() {
        access.require(PERMISSION);
        return made(false, work -> {
            Map<String, Path> folders = new LinkedHashMap<>();
            folders.put("", work);
            FOLDERS.forEach(f -> folders.put(f + "/", data.resolve(f)));
            return folders;
        });
    }

    @Override
    public synchronized Backup createMasked() {
        access.require(PERMISSION);
        return made(true, work -> {
            Path masked = data.resolve("tmp").resolve("masked");
            Folders.delete(masked);
            Files.createDirectories(masked);
            try (DatabaseCopies.Opened copy = database.open(work)) {
                masking.mask(copy.connection());
                copy.saveTo(masked);
            }
            return Map.of("", masked);
        });
    }

    private Backup made(boolean masked, Contained contained) {
        Path work = data.resolve("tmp").resolve("backup");
        Instant begun = clock.instant();
        try {
            Folders.delete(work);
            Files.createDirectories(work);
            Path part = kept.part();
            List<Figure> before = figures(begun);
            database.copyTo(work);
            List<Manifest.Recorded> recorded = RecordedFigures.of(before, figures(begun)).stream()
                    .map(r -> masked && masking.empties(r.name()) ? new Manifest.Recorded(r.company(), r.name(), "0", "0") : r).toList();
            char[] phrase = phrase();
            Archive.write(part, contained.folders(work), phrase, sums -> new Manifest(Manifest.FORMAT, begun, database.kind(),
                    versions(), sums, recorded));
            Backup backup = kept.keep(part, begun, phrase != null, masked);
            LOG.info("Backup {} made, {} bytes", backup.name(), backup.size());
            return backup;
        } catch (IOException e) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
        } finally {
            Folders.deleteQuietly(work);
            Folders.deleteQuietly(data.resolve("tmp").resolve("masked"));
        }
    }

    /** What goes into the file, by prefix. */
    private interface Contained {
        Map<String, Path> folders(Path work) throws IOException;
    }

    private List<Figure> figures(Instant at) {
        return Stream.concat(figures.read(at).stream(), figures.tables().stream()).toList();
    }

    private Map<String, String> versions() {
        return modules.list().stream().collect(Collectors.toMap(ModuleInfo::id, ModuleInfo::version, (a, b) -> a, TreeMap::new));
    }

    @Override
    public List<Backup> list() {
        access.require(PERMISSION);
        return kept.list();
    }

    @Override
    public synchronized Contents verify(String file) {
        access.require(PERMISSION);
        try {
            return contents(read(content(file), null, ""));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public synchronized Restored verifyByRestoring(String file) {
        access.require(PERMISSION);
        Path source = content(file);
        Manifest[] manifest = new Manifest[1];
        Restored outcome;
        try {
            outcome = sandbox.run(null, (instance, restore) -> manifest[0] = read(source, restore, "database"), (instance, seconds) -> {
                List<Figure> found = Stream.concat(instance.figures(manifest[0].createdAt()).stream(), instance.tables().stream()).toList();
                List<Manifest.Recorded> recorded = manifest[0].figures();
                return new Restored(clock.instant(), seconds, (int) recorded.stream().filter(r -> sandbox.comes(r.name())).count(),
                        RecordedFigures.differences(recorded, found, sandbox::comes), found.stream().filter(FigureReader::total).toList(),
                        null);
            });
        } catch (IOException e) {
            noted(file, unable(broken(e)));
            throw broken(e);
        } catch (Problem e) {
            noted(file, unable(e));
            throw e;
        }
        noted(file, outcome);
        LOG.info("Backup {} restored on trial in {} s: {} figures compared, {} differ", file, Math.round(outcome.seconds()),
                outcome.compared(), outcome.differences().size());
        return outcome;
    }

    private Restored unable(Problem problem) {
        return new Restored(clock.instant(), 0, 0, List.of(), List.of(), problem.code());
    }

    private void noted(String file, Restored outcome) {
        try {
            kept.note(file, outcome);
        } catch (IOException e) {
            LOG.warn("What came of restoring {} on trial could not be kept", file, e);
        }
    }

    /** Whether a backup is still there. */
    public boolean kept(String file) {
        return kept.find(file).isPresent();
    }

    @Override
    public Contents restore(String file) {
        return layReady(file, Map.of());
    }

    /**
     * As {@link #restore}, and with it jars that become what their bundles run.
     *
     * @param programs jars by symbolic name
     */
    public synchronized Contents layReady(String file, Map<String, Path> programs) {
        access.require(PERMISSION);
        Path source = kept.find(file).orElse(Path.of(file));
        if (!Files.isRegularFile(source)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.backup.unknown", file);
        }
        Path ready = data.resolve(DatabaseCopies.RESTORE_FOLDER);
        try {
            Folders.delete(ready);
            Manifest manifest = read(source, ready, "");
            for (String folder : FOLDERS) {
                Path restored = ready.resolve(folder);
                if (Files.isDirectory(restored)) {
                    Folders.copy(restored, data.resolve(folder));
                    Folders.delete(restored);
                }
            }
            Path laid = Files.createDirectories(ready.resolve(DatabaseCopies.RESTORE_PROGRAMS));
            for (Map.Entry<String, Path> program : programs.entrySet()) {
                Files.copy(program.getValue(), laid.resolve(program.getKey() + ".jar"));
            }
            Files.write(data.resolve(AuditChain.RESTORED), new byte[0]);
            Files.createFile(ready.resolve(DatabaseCopies.RESTORE_READY));
            LOG.info("Backup {} of {} is laid ready; it is taken at the next start", source.getFileName(), manifest.createdAt());
            return contents(manifest);
        } catch (IOException e) {
            Folders.deleteQuietly(ready);
            throw broken(e);
        } catch (Problem e) {
            Folders.deleteQuietly(ready);
            throw e;
        }
    }

    private Manifest read(Path source, Path target, String prefix) throws IOException {
        Manifest manifest = Archive.read(source, phrase(), target, name -> name.startsWith(prefix));
        if (manifest.format() > Manifest.FORMAT || !manifest.database().equals(database.kind())) {
            throw Problem.of(ProblemKind.RULE, "platform.backup.other", manifest.database(), database.kind());
        }
        return manifest;
    }

    private static Contents contents(Manifest manifest) {
        return new Contents(manifest.createdAt(), manifest.database(), manifest.modules());
    }

    private static Problem broken(IOException e) {
        return Problem.of(ProblemKind.RULE, "platform.backup.broken", String.valueOf(e.getMessage()));
    }

    /** The file of a kept backup. */
    public Path content(String name) {
        return kept.find(name).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.backup.unknown", name));
    }

    /** Deletes a kept backup. */
    void delete(Backup backup) throws IOException {
        kept.delete(backup);
    }

    private static char[] phrase() {
        String phrase = System.getenv("ASHLAR_BACKUP_PHRASE");
        return phrase == null || phrase.isBlank() ? null : phrase.toCharArray();
    }
}
