package org.ashlar.platform.operations.internal.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.operations.internal.backup.Manifest.Recorded;
import org.ashlar.platform.operations.internal.backup.RecordedFigures;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts the new version on a copy of the data and reads its figures through its local console. Thread-safe. */
@Component(service = Rehearsals.class)
public final class DefaultRehearsals implements Rehearsals {

    private static final String PERMISSION = "platform.backup.manage";

    private final DatabaseCopies database;
    private final Modules modules;
    private final FigureReader figures;
    private final Sandbox sandbox;
    private final Extensions extensions;
    private final Access access;

    /** By injection. */
    @Activate
    public DefaultRehearsals(@Reference DatabaseCopies database, @Reference FigureReader figures, @Reference Modules modules,
            @Reference Sandbox sandbox, @Reference Extensions extensions, @Reference Access access) {
        this.database = database;
        this.modules = modules;
        this.figures = figures;
        this.sandbox = sandbox;
        this.extensions = extensions;
        this.access = access;
    }

    @Override
    public List<Figure> figures(Instant at) {
        access.require(PERMISSION);
        return figures.read(at);
    }

    @Override
    public List<Figure> tables() {
        access.require(PERMISSION);
        return figures.tables();
    }

    @Override
    public Outcome rehearse(String distribution, List<Path> jars) {
        access.require(PERMISSION);
        Map<Path, Boolean> partners = new LinkedHashMap<>();
        jars.forEach(jar -> partners.put(jar, extension(jar)));
        Set<String> tried = partners.entrySet().stream().filter(Map.Entry::getValue).map(e -> CopiedInstance.module(e.getKey()))
                .collect(Collectors.toSet());
        List<Figure> before = new ArrayList<>();
        List<Figure> after = new ArrayList<>();
        try {
            return sandbox.run(distribution, (instance, restore) -> {
                for (Map.Entry<Path, Boolean> jar : partners.entrySet()) {
                    if (!jar.getValue()) {
                        instance.lay(jar.getKey());
                    }
                }
                before.addAll(figures.read(null));
                database.copyTo(restore);
                after.addAll(figures.read(null));
            }, (instance, seconds) -> {
                for (Map.Entry<Path, Boolean> jar : partners.entrySet()) {
                    if (jar.getValue()) {
                        instance.install(jar.getKey());
                    }
                }
                refuseFailed(instance.failed());
                Predicate<String> comes = name -> sandbox.comes(name, tried);
                return compare(seconds, RecordedFigures.of(coming(before, comes), coming(after, comes)),
                        coming(instance.figures(null), comes), instance.migrated());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Extensions lie beside the suite and not in it. */
    private boolean extension(Path jar) {
        String name = CopiedInstance.name(jar);
        return access.as(access.system(0), extensions::list).stream().anyMatch(e -> e.name().equals(name) && e.version() != null);
    }

    /** A module that runs here and failed there names its changeset. */
    private void refuseFailed(Map<String, String> failed) {
        String reasons = failed.entrySet().stream().filter(e -> modules.find(e.getKey())
                .filter(m -> m.state() != ModuleState.FAILED).isPresent()).map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
        if (!reasons.isEmpty()) {
            throw Problem.of(ProblemKind.RULE, "platform.rehearsal.migration", reasons);
        }
    }

    private static List<Figure> coming(List<Figure> all, Predicate<String> comes) {
        return all.stream().filter(f -> comes.test(f.name())).toList();
    }

    /** What moved while the copy was made may lie between its two readings; what is new with the version changes nothing that was. */
    private static Outcome compare(double seconds, List<Recorded> here, List<Figure> there, List<String> migrated) {
        Map<String, Figure> found = index(there);
        List<Difference> all = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (Recorded one : here) {
            Figure copied = found.remove(one.company() + "/" + one.name());
            String value = copied == null ? null : copied.value();
            boolean fits = RecordedFigures.fits(one, value);
            String before = fits ? value : one.after() == null ? one.before() : one.after();
            all.add(new Difference(one.company(), one.name(), before, value));
            if (!fits) {
                differences.add(all.get(all.size() - 1));
            }
        }
        found.values().forEach(f -> all.add(new Difference(f.company(), f.name(), null, f.value())));
        all.sort(Comparator.comparing(Difference::company).thenComparing(Difference::name));
        return new Outcome(seconds, all.size(), differences, all, migrated);
    }

    private static Map<String, Figure> index(List<Figure> figures) {
        Map<String, Figure> index = new LinkedHashMap<>();
        figures.forEach(f -> index.put(f.company() + "/" + f.name(), f));
        return index;
    }
}
