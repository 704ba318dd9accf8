package org.ashlar.platform.operations.internal.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.ashlar.platform.module.DistributedJar;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.module.ModulePlans.Plan;
import org.ashlar.platform.module.ModulePlans.Remark;
import org.ashlar.platform.module.ModulePlans.Step;
import org.ashlar.platform.operations.internal.upgrade.RunningJar;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts another jar in the place of one that runs, extension or part of the suite. Thread-safe; one at a time. */
@Component(service = Switching.class)
public final class Switching {

    private final BundleContext context;
    private final Planner planner;
    private final Extensions extensions;
    private final Distribution distribution;
    private final Path kept;

    /** By injection. */
    @Activate
    public Switching(BundleContext context, @Reference Planner planner, @Reference Extensions extensions,
            @Reference Distribution distribution) {
        this.context = context;
        this.planner = planner;
        this.extensions = extensions;
        this.distribution = distribution;
        this.kept = Path.of(context.getProperty("karaf.data"), "extensions");
    }

    /** The plan of an upgrade that is possible. */
    public Plan possible(Path jar, boolean unsigned) {
        Plan plan = planner.plan(jar, unsigned);
        if (!plan.possible()) {
            Remark first = plan.problems().get(0);
            throw Problem.of(ProblemKind.RULE, first.code(), first.args().toArray());
        }
        if (plan.step() != Step.UPGRADE) {
            throw Problem.of(ProblemKind.RULE, "platform.upgrade.install", plan.module());
        }
        return plan;
    }

    /** Installs a jar, or puts it in the place of the one of the same bundle. */
    public synchronized void to(Path jar, boolean unsigned) {
        String name = planner.open(jar).name();
        Bundle bundle = extension(name) ? null : bundle(name).orElse(null);
        if (bundle == null) {
            extensions.install(jar, unsigned);
            return;
        }
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
            lay(bundle, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException e) {
            throw Problem.of(ProblemKind.RULE, "platform.plan.failed", name, String.valueOf(e.getMessage()));
        }
    }

    /** Into the distribution as well: whoever installs another module has the framework look there for what each bundle should be. */
    private void lay(Bundle bundle, Path jar) throws IOException {
        Optional<DistributedJar> own = distribution.file(bundle.getLocation());
        if (own.isPresent()) {
            own.get().replace(jar);
        }
    }

    /** Copies the jar that runs. */
    public void keep(String name, Path target) throws IOException {
        Path own = kept.resolve(name + ".jar");
        if (extension(name) && Files.isRegularFile(own)) {
            Files.copy(own, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            RunningJar.write(bundle(name).orElseThrow(), target);
        }
    }

    /** Whether there is such a bundle. */
    public boolean installed(String name) {
        return bundle(name).isPresent();
    }

    /** Extensions are looked after elsewhere. */
    private boolean extension(String name) {
        return extensions.list().stream().anyMatch(e -> e.name().equals(name) && e.version() != null);
    }

    private Optional<Bundle> bundle(String name) {
        return Stream.of(context.getBundles()).filter(b -> name.equals(b.getSymbolicName())).findFirst();
    }
}
