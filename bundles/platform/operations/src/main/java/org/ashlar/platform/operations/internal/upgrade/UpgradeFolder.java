package org.ashlar.platform.operations.internal.upgrade;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ashlar.platform.operations.internal.backup.Folders;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Upgrades with the jars before and after, in {@code data/upgrades} of this node. Thread-safe. */
@Component(service = UpgradeFolder.class)
public final class UpgradeFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Set<Upgrade.State> IN_SERVICE = Set.of(Upgrade.State.BEGUN, Upgrade.State.DONE, Upgrade.State.BROKEN,
            Upgrade.State.GOING_BACK);
    private static final String NOTE = "upgrade.json";
    private static final String ID = "[0-9]{8}-[0-9]{6}-[0-9]{3}";
    private static final int KEPT = 50;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path folder;

    /** By injection. */
    @Activate
    public UpgradeFolder(BundleContext bundles) {
        folder = Path.of(bundles.getProperty("karaf.data"), "upgrades");
    }

    /** A new name. */
    String id(Instant at) {
        return STAMP.format(at);
    }

    /** The jar that ran before. */
    public Path before(String id) {
        return folder.resolve(id).resolve("before.jar");
    }

    /** The jar that came. */
    Path after(String id) {
        return folder.resolve(id).resolve("after.jar");
    }

    /** All, newest first. */
    public List<Upgrade> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(NOTE))).map(this::read)
                    .sorted(Comparator.comparing(Upgrade::id).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them. */
    public Optional<Upgrade> find(String id) {
        return Optional.of(id).filter(i -> i.matches(ID)).map(folder::resolve).filter(f -> Files.isRegularFile(f.resolve(NOTE)))
                .map(this::read);
    }

    /** Those whose new version is what runs, as far as it is known, oldest first. */
    public List<Upgrade> inService() {
        return list().stream().filter(u -> IN_SERVICE.contains(u.state())).sorted(Comparator.comparing(Upgrade::id)).toList();
    }

    /** Backups without which nobody can go back. */
    public Set<String> needed() {
        return inService().stream().filter(u -> u.changedTables() && u.backup() != null).reduce((older, newer) -> newer)
                .map(u -> Set.of(u.backup())).orElse(Set.of());
    }

    /** Keeps where an upgrade stands; of old ones that are over only so many. */
    synchronized void save(Upgrade upgrade) {
        try {
            Path own = folder.resolve(upgrade.id());
            Files.createDirectories(own);
            Path draft = own.resolve(NOTE + ".part");
            Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(upgrade));
            Files.move(draft, own.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Upgrade old : list().stream().skip(KEPT).toList()) {
                Folders.delete(folder.resolve(old.id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets one that changed nothing. */
    void forget(String id) {
        try {
            Folders.delete(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upgrade read(Path own) {
        try {
            return JSON.readValue(Files.readAllBytes(own.resolve(NOTE)), Upgrade.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
