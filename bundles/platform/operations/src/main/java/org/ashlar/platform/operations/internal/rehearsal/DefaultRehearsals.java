package org.ashlar.platform.operations.internal.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
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
    private final Access access;

    /** By injection. */
    @Activate
    public DefaultRehearsals(@Reference DatabaseCopies database, @Reference FigureReader figures, @Reference Modules modules,
            @Reference Sandbox sandbox, @Reference Access access) {
        this.database = database;
        this.modules = modules;
        this.figures = figures;
        this.sandbox = sandbox;
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
        List<Figure> before = new ArrayList<>();
        try {
            return sandbox.run(distribution, (instance, restore) -> {
                for (Path jar : jars) {
                    instance.lay(jar);
                }
                before.addAll(figures.read(null));
                database.copyTo(restore);
            }, (instance, seconds) -> {
                refuseFailed(instance.failed());
                return compare(seconds, coming(before), coming(instance.figures(null)), instance.migrated());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private List<Figure> coming(List<Figure> all) {
        return all.stream().filter(f -> sandbox.comes(f.name())).toList();
    }

    private static Outcome compare(double seconds, List<Figure> before, List<Figure> after, List<String> migrated) {
        Map<String, Figure> old = index(before);
        Map<String, Figure> now = index(after);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Difference> all = new ArrayList<>();
        for (String key : keys) {
            Figure a = old.get(key);
            Figure b = now.get(key);
            Figure any = a == null ? b : a;
            all.add(new Difference(any.company(), any.name(), a == null ? null : a.value(), b == null ? null : b.value()));
        }
        return new Outcome(seconds, keys.size(), all.stream().filter(d -> !Objects.equals(d.before(), d.after())).toList(), all,
                migrated);
    }

    private static Map<String, Figure> index(List<Figure> figures) {
        Map<String, Figure> index = new LinkedHashMap<>();
        figures.forEach(f -> index.put(f.company() + "/" + f.name(), f));
        return index;
    }
}
