package org.ashlar.platform.kernel.internal.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.migration.BundleResources;
import org.ashlar.platform.kernel.internal.migration.JarResources;
import org.ashlar.platform.kernel.internal.migration.Migrator;
import org.ashlar.platform.module.Migrations;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the gate, whose thread alone works with changelogs; what has run stands in a table. Thread-safe. */
@Component
public final class PendingMigrations implements Migrations {

    private final BundleContext context;
    private final SchemaGate gate;
    private final Jdbc plain;

    /** By injection. */
    @Activate
    public PendingMigrations(BundleContext context, @Reference SchemaGate gate,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain) {
        this.context = context;
        this.gate = gate;
        this.plain = new Jdbc(plain);
    }

    @Override
    public Set<String> ran(String moduleId) {
        return Set.copyOf(plain.query("SELECT DISTINCT id FROM " + Migrator.CHANGELOG_TABLE + " WHERE filename LIKE ?", row -> row.getString(1),
                moduleId + "/%"));
    }

    @Override
    public List<Changeset> pending(String moduleId) {
        return Stream.of(context.getBundles()).filter(b -> ModuleReader.read(b).filter(m -> m.id().equals(moduleId)).isPresent())
                .findFirst().map(bundle -> gate.pending(moduleId, new BundleResources(bundle))).orElse(List.of());
    }

    @Override
    public List<Changeset> pending(String moduleId, Path jar) {
        try {
            return gate.pending(moduleId, new JarResources(jar));
        } catch (IOException e) {
            throw Problem.of(ProblemKind.RULE, "platform.module.changelog", moduleId, String.valueOf(e.getMessage()));
        } catch (Migrator.MigrationException e) {
            throw Problem.of(ProblemKind.RULE, "platform.module.changelog", moduleId, String.valueOf(e.getMessage()));
        }
    }
}
