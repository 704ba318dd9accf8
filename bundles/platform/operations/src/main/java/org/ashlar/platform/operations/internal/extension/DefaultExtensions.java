package org.ashlar.platform.operations.internal.extension;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.AshlarModule;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps partners' jars in {@code data/extensions} and starts them after the core, watched. With {@code ASHLAR_SAFE_MODE=true}
 * none of them starts. Thread-safe.
 */
@Component(service = {Extensions.class, DefaultExtensions.class}, immediate = true)
public final class DefaultExtensions implements Extensions {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultExtensions.class);
    private static final String PERMISSION = "platform.module.manage";
    private static final int START_LEVEL = 90;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BundleContext bundles;
    private final Access access;
    private final Path folder;
    private final Quarantine quarantine;
    private final Signatures signatures;
    private final ExtensionCode code;
    private final Remains remains = new Remains();
    private final boolean safeMode = Boolean.parseBoolean(System.getenv("ASHLAR_SAFE_MODE"));
    private volatile boolean stopping;

    /** By injection. */
    @Activate
    public DefaultExtensions(BundleContext bundles, @Reference Access access, @Reference Clock clock) {
        this.bundles = bundles;
        this.access = access;
        Path data = Path.of(bundles.getProperty("karaf.data"));
        folder = data.resolve("extensions");
        quarantine = new Quarantine(data.resolve("quarantine"));
        code = new ExtensionCode(() -> Stream.of(bundles.getBundles())
                .filter(b -> b.getState() == Bundle.ACTIVE && mine(b)).toList());
        signatures = new Signatures(data.resolve("trust"), clock);
        Thread thread = new Thread(this::startAll, "extension-supervisor");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() {
        stopping = true;
    }

    private void startAll() {
        quarantine.judge("The process ended while it was starting.");
        awaitStartLevel();
        for (Bundle bundle : bundles.getBundles()) {
            if (stopping) {
                return;
            }
            if (mine(bundle) && bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
                if (safeMode) {
                    LOG.warn("Safe mode: extension {} is not started", bundle.getSymbolicName());
                } else if (quarantine.reasons().containsKey(bundle.getSymbolicName())) {
                    LOG.warn("Extension {} is in quarantine and not started", bundle.getSymbolicName());
                } else {
                    start(bundle);
                }
            }
        }
    }

    /** Below their level the framework refuses to start them, and a slow machine would put good ones in quarantine. */
    private void awaitStartLevel() {
        FrameworkStartLevel framework = bundles.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class);
        while (!stopping && framework.getStartLevel() < START_LEVEL) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Which extension is on a stack. */
    ExtensionCode code() {
        return code;
    }

    /** Extensions that were replaced or taken away and are in memory all the same, by name, with how many versions of each. */
    public Map<String, Integer> remains() {
        return remains.alive();
    }

    /** Takes a running extension out of service; it is skipped from now on. */
    void setAside(String name, String reason) {
        Bundle bundle = find(name);
        if (bundle == null || !mine(bundle) || quarantine.reasons().containsKey(name)) {
            return;
        }
        quarantine.put(name, reason);
        LOG.error("Extension {} is put in quarantine: {}", name, reason);
        Thread thread = new Thread(() -> {
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} does not stop in order", name, e);
            }
        }, "extension-stop-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private Optional<String> start(Bundle bundle) {
        String name = bundle.getSymbolicName();
        quarantine.starting(name);
        String reason = SupervisedStart.start(bundle);
        if (reason == null) {
            quarantine.started(name);
            LOG.info("Extension {} {} started", name, bundle.getVersion());
            return Optional.empty();
        }
        quarantine.put(name, reason);
        LOG.error("Extension {} is put in quarantine: {}", name, reason);
        return Optional.of(reason);
    }

    private boolean mine(Bundle bundle) {
        return bundle.getSymbolicName() != null
                && bundle.getLocation().equals(folder.resolve(bundle.getSymbolicName() + ".jar").toUri().toString());
    }

    @Override
    public synchronized Extension install(Path jar, boolean unsigned) {
        access.require(PERMISSION);
        try {
            String name = symbolicName(jar).orElseThrow(() -> Problem.of(ProblemKind.RULE, "platform.extension.noModule"));
            Optional<String> signer = signatures.signer(jar);
            if (signer.isEmpty() && !unsigned) {
                throw Problem.of(ProblemKind.RULE, "platform.extension.unsigned", name);
            }
            Bundle installed = find(name);
            if (installed != null && !mine(installed)) {
                throw Problem.of(ProblemKind.RULE, "platform.extension.notOne", name);
            }
            quarantine.release(name);
            return installed == null ? fresh(name, jar) : updated(installed, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who signed a jar, if a trusted certificate did; refuses one that was changed afterwards or is signed by a stranger. */
    public Optional<String> signer(Path jar) {
        try {
            return signatures.signer(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Extension fresh(String name, Path jar) throws IOException {
        Path kept = folder.resolve(name + ".jar");
        Files.createDirectories(folder);
        Files.copy(jar, kept, StandardCopyOption.REPLACE_EXISTING);
        Bundle bundle = null;
        try {
            bundle = bundles.installBundle(kept.toUri().toString());
            if (bundle.adapt(BundleRevision.class).getDeclaredCapabilities(AshlarModule.NAMESPACE).isEmpty()) {
                throw Problem.of(ProblemKind.RULE, "platform.extension.noModule");
            }
            bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            Optional<String> reason = start(bundle);
            if (reason.isPresent()) {
                throw Problem.of(ProblemKind.RULE, "platform.extension.failed", name, reason.get());
            }
            return view(bundle, quarantine.reasons());
        } catch (BundleException e) {
            takeOut(bundle, kept);
            throw Problem.of(ProblemKind.RULE, "platform.extension.failed", name, String.valueOf(e.getMessage()));
        } catch (Problem e) {
            takeOut(bundle, kept);
            if (bundle == null || bundle.getState() != Bundle.STARTING) {
                quarantine.release(name);
            }
            throw e;
        }
    }

    /** A bundle whose start hangs cannot be uninstalled before the process ends; it stays in quarantine, so the next start skips it. */
    private static void takeOut(Bundle bundle, Path kept) throws IOException {
        Files.deleteIfExists(kept);
        if (bundle != null && bundle.getState() != Bundle.STARTING) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} stays until the next start", bundle.getSymbolicName(), e);
            }
        }
    }

    private Extension updated(Bundle bundle, Path jar) throws IOException {
        Files.copy(jar, folder.resolve(bundle.getSymbolicName() + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.stop(Bundle.STOP_TRANSIENT);
            remains.watch(bundle);
            bundle.update(in);
        } catch (BundleException e) {
            throw Problem.of(ProblemKind.RULE, "platform.extension.failed", bundle.getSymbolicName(), String.valueOf(e.getMessage()));
        }
        start(bundle).ifPresent(reason -> {
            throw Problem.of(ProblemKind.RULE, "platform.extension.failed", bundle.getSymbolicName(), reason);
        });
        return view(bundle, quarantine.reasons());
    }

    @Override
    public synchronized void uninstall(String name) {
        access.require(PERMISSION);
        Bundle bundle = own(name);
        try {
            remains.watch(bundle);
            bundle.uninstall();
            Files.deleteIfExists(folder.resolve(name + ".jar"));
            quarantine.release(name);
        } catch (BundleException e) {
            throw Problem.of(ProblemKind.RULE, "platform.extension.failed", name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Extension> list() {
        access.require(PERMISSION);
        Map<String, String> reasons = quarantine.reasons();
        List<Extension> all = new ArrayList<>(Stream.of(bundles.getBundles()).filter(this::mine).map(b -> view(b, reasons)).toList());
        TreeSet<String> unseen = new TreeSet<>(reasons.keySet());
        all.forEach(e -> unseen.remove(e.name()));
        unseen.forEach(name -> all.add(new Extension(name, null, "QUARANTINED", null, reasons.get(name))));
        return all;
    }

    @Override
    public synchronized Extension release(String name) {
        access.require(PERMISSION);
        Bundle bundle = own(name);
        quarantine.release(name);
        start(bundle).ifPresent(reason -> {
            throw Problem.of(ProblemKind.RULE, "platform.extension.failed", name, reason);
        });
        return view(bundle, quarantine.reasons());
    }

    private Extension view(Bundle bundle, Map<String, String> reasons) {
        String name = bundle.getSymbolicName();
        String reason = reasons.get(name);
        String state = reason != null ? "QUARANTINED" : bundle.getState() == Bundle.ACTIVE ? "ACTIVE" : safeMode ? "SKIPPED" : "STOPPED";
        String signer;
        try {
            signer = signatures.signer(folder.resolve(name + ".jar")).orElse(null);
        } catch (IOException | Problem e) {
            signer = null;
        }
        return new Extension(name, bundle.getVersion().toString(), state, signer, reason);
    }

    private Bundle own(String name) {
        return Optional.ofNullable(find(name)).filter(this::mine)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.extension.unknown", name));
    }

    private Bundle find(String name) {
        return Arrays.stream(bundles.getBundles()).filter(b -> name.equals(b.getSymbolicName())).findFirst().orElse(null);
    }

    private static Optional<String> symbolicName(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest()).map(m -> m.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME))
                    .map(n -> n.split(";")[0].strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
