package org.ashlar.platform.security.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.Restrictions;
import org.ashlar.platform.security.internal.domain.RoleDefinition;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.domain.TimedCache;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Roles, record rules and field rights of the installation, read once and kept until one changes, half a minute at most
 * for changes by another node. Thread-safe.
 */
@Component(service = RoleBook.class)
public final class RoleBook {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int PRINT = 12;

    private final Sql sql;
    private final Roles roles;
    private final TimedCache<Long, Book> cache;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public RoleBook(@Reference Sql sql, @Reference Roles roles, @Reference Clock clock,
            @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.roles = roles;
        this.cache = new TimedCache<>(clock, FRESH);
    }

    /** What is in the book. */
    public record Book(RoleGraph graph, Restrictions restrictions) {
    }

    /** A way to read: inside the transaction, or outside of it. */
    @FunctionalInterface
    interface Reader {
        <T> T read(Function<DSLContext, T> work);
    }

    /** The book as it is committed. */
    Book committed() {
        // The generation of the default roles is part of the key: bundles bring and take roles without any change here.
        return cache.get(roles.generation(), g -> Optional.of(read(sql::read))).orElseThrow();
    }

    /** The book as the running transaction sees it. */
    Book present() {
        return read(sql::any);
    }

    void forget() {
        cache.clear();
    }

    private Book read(Reader reader) {
        Map<String, RoleDefinition> all = new TreeMap<>(roles.defaults());
        reader.read(db -> db.fetch("select code, grants, includes, portal from platform_role")).forEach(row -> {
            String code = row.get(0, String.class);
            all.put(code, new RoleDefinition(code, Accounts.split(row.get(1, String.class)),
                    Accounts.split(row.get(2, String.class)), Boolean.TRUE.equals(row.get(3, Boolean.class))));
        });
        List<Restrictions.Rule> rules = new ArrayList<>();
        reader.read(db -> db.fetch("select code, role_code, model, filter_text, for_read, for_write from platform_record_rule"
                + " where active = true order by code")).forEach(r -> rules.add(new Restrictions.Rule(r.get(0, String.class),
                        r.get(1, String.class), r.get(2, String.class), r.get(3, String.class), r.get(4, Boolean.class),
                        r.get(5, Boolean.class))));
        List<Restrictions.OfField> fields = new ArrayList<>();
        reader.read(db -> db.fetch("select role_code, model, field_name, field_right from platform_field_right"
                + " order by role_code, model, field_name")).forEach(r -> fields.add(new Restrictions.OfField(
                        r.get(0, String.class), r.get(1, String.class), r.get(2, String.class),
                        FieldRight.valueOf(r.get(3, String.class)))));
        String print = rules.isEmpty() && fields.isEmpty() ? "" : print(rules.toString() + fields + all.values());
        return new Book(new RoleGraph(all.values()), new Restrictions(List.copyOf(rules), List.copyOf(fields), print));
    }

    private static String print(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, PRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
