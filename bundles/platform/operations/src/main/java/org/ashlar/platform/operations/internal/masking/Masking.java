package org.ashlar.platform.operations.internal.masking;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.operations.internal.backup.SuiteSettings;
import org.ashlar.platform.operations.internal.rehearsal.FigureReader;
import org.ashlar.platform.operations.internal.rehearsal.Tables;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.secret.Secrets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a copied database one that anybody may see: what modules list, what the names of columns give away, and the fields that an
 * administrator marked get invented values; history, files, mails and secrets go; what sends is switched off. Thread-safe.
 */
@Component(service = Masking.class)
public final class Masking {

    /** Setting of the installation: further fields to mask, as {@code model.field}, separated by blanks. */
    static final String MARKED = "masking.fields";

    private static final Logger LOG = LoggerFactory.getLogger(Masking.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private final BundleContext bundles;
    private final Catalog catalog;
    private final SuiteSettings settings;
    private final Secrets secrets;
    private final Access access;

    /** By injection. */
    @Activate
    public Masking(BundleContext bundles, @Reference Catalog catalog, @Reference SuiteSettings settings, @Reference Secrets secrets,
            @Reference Access access) {
        this.bundles = bundles;
        this.catalog = catalog;
        this.settings = settings;
        this.secrets = secrets;
        this.access = access;
    }

    /** Whether a figure counts the rows of a table that stays behind empty. */
    public boolean empties(String figure) {
        return FigureReader.table(figure).filter(t -> MaskRules.of(bundles.getBundles()).empty().contains(t)).isPresent();
    }

    /** Masks all of a copy. */
    public void mask(Connection copy) {
        MaskRules rules = MaskRules.of(bundles.getBundles());
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            copy.setAutoCommit(false);
            Map<String, Map<String, Tables.Column>> tables = Tables.columns(copy);
            MaskedTable masked = new MaskedTable(copy, new Invented(key), secrets);
            for (String table : rules.empty()) {
                if (tables.containsKey(table)) {
                    execute(copy, "delete from " + Tables.quoted(copy, table));
                }
            }
            Map<String, Map<String, Kind>> marked = marked();
            for (String table : Tables.of(copy)) {
                if (!rules.empty().contains(table) && !table.startsWith("databasechangelog")) {
                    mask(copy, masked, table, tables.get(table), rules, marked.getOrDefault(table, Map.of()));
                }
                copy.commit();
            }
        } catch (SQLException e) {
            LOG.error("The copy could not be masked; it is thrown away", e);
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
        }
    }

    private static void mask(Connection copy, MaskedTable masked, String table, Map<String, Tables.Column> columns, MaskRules rules,
            Map<String, Kind> marked) throws SQLException {
        Map<String, Kind> kinds = kinds(columns, rules.mask().getOrDefault(table, Map.of()), marked);
        Map<String, String> set = new TreeMap<>(rules.set().getOrDefault(table, Map.of()));
        if (set.isEmpty() && kinds.containsValue(Kind.SECRET) && columns.containsKey("active")) {
            // Whatever keeps a secret reaches somebody else, and must not from a copy.
            set.put("active", "false");
        }
        kinds.forEach((column, kind) -> {
            if (kind == Kind.TEXT || kind == Kind.SECRET) {
                set.put(column, columns.get(column).nullable() ? "null" : "''");
            }
        });
        set.keySet().retainAll(columns.keySet());
        if (!set.isEmpty()) {
            List<String> parts = new ArrayList<>();
            for (Map.Entry<String, String> one : set.entrySet()) {
                parts.add(Tables.quoted(copy, one.getKey()) + " = " + one.getValue());
            }
            execute(copy, "update " + Tables.quoted(copy, table) + " set " + String.join(", ", parts));
        }
        kinds.values().removeIf(kind -> kind == Kind.TEXT || kind == Kind.SECRET);
        if (!kinds.isEmpty()) {
            masked.rewrite(table, columns, kinds);
        }
    }

    /** What is listed counts, then what was marked, then what the name says. */
    private static Map<String, Kind> kinds(Map<String, Tables.Column> columns, Map<String, Kind> listed, Map<String, Kind> marked) {
        Map<String, Kind> kinds = new TreeMap<>();
        columns.forEach((column, info) -> {
            if (info.length() > 0) {
                Optional<Kind> kind = listed.containsKey(column) ? Optional.ofNullable(listed.get(column))
                        : Optional.ofNullable(marked.get(column)).or(() -> ColumnNet.kind(column));
                kind.ifPresent(k -> kinds.put(column, k));
            }
        });
        return kinds;
    }

    private Map<String, Map<String, Kind>> marked() {
        Map<String, Map<String, Kind>> marked = new HashMap<>();
        for (String name : fields()) {
            field(name).ifPresent(f -> marked.computeIfAbsent(f.table(), t -> new HashMap<>()).put(f.column(),
                    ColumnNet.kind(f.column()).orElse(Kind.ANY)));
        }
        return marked;
    }

    private Optional<FieldInfo> field(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : catalog.find(name.substring(0, dot)).flatMap(m -> m.field(name.substring(dot + 1)))
                .filter(f -> f.column() != null && f.length() > 0);
    }

    /** Fields that an administrator marked, as {@code model.field}. */
    public List<String> fields() {
        String given = settings.get(MARKED, "");
        return given.isBlank() ? List.of() : List.of(given.strip().split("\\s+"));
    }

    /**
     * Marks fields.
     *
     * @throws Problem RULE {@code platform.masked.field} if one is no text field of any model
     */
    public void mark(List<String> names) {
        access.require("platform.backup.manage");
        for (String name : names) {
            if (field(name).isEmpty()) {
                throw Problem.rule("fields", "platform.masked.field", name);
            }
        }
        settings.put(MARKED, String.join(" ", names));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
