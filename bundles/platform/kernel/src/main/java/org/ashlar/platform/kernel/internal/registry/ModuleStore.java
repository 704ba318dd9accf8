package org.ashlar.platform.kernel.internal.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.JdbcException;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;

/** Table {@code platform_module}: the modules that this installation has seen. */
final class ModuleStore {

    private final Jdbc jdbc;

    ModuleStore(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows; none on the very first start, before the kernel's own migration. */
    List<KnownModule> load() {
        try {
            return jdbc.query("SELECT id, version, kind, requires_modules, validates_models, changelog_hash, state"
                    + " FROM platform_module", ModuleStore::read);
        } catch (JdbcException e) {
            if (SqlStates.isMissingTable(e)) {
                return List.of();
            }
            throw e;
        }
    }

    void save(KnownModule module, Instant now) {
        ModuleDescriptor d = module.descriptor();
        String requires = String.join(",", d.requires());
        String validates = String.join(",", d.validates());
        int changed = jdbc.update("UPDATE platform_module SET version = ?, kind = ?, requires_modules = ?,"
                + " validates_models = ?, changelog_hash = ?, state = ?, last_seen = ? WHERE id = ?", d.version(), d.kind(),
                requires, validates, module.changelogHash(), module.state().name(), now, d.id());
        if (changed == 0) {
            jdbc.update("INSERT INTO platform_module (id, version, kind, requires_modules, validates_models,"
                    + " changelog_hash, state, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", d.id(),
                    d.version(), d.kind(), requires, validates, module.changelogHash(), module.state().name(), now, now);
        }
    }

    private static KnownModule read(ResultSet row) throws SQLException {
        ModuleDescriptor descriptor = new ModuleDescriptor(row.getString("id"), row.getString("version"),
                row.getString("kind"), list(row.getString("requires_modules")), list(row.getString("validates_models")));
        String hash = row.getString("changelog_hash");
        return new KnownModule(descriptor, hash == null ? "" : hash, KnownModule.State.valueOf(row.getString("state")));
    }

    private static List<String> list(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
