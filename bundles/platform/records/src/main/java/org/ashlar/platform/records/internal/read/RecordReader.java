package org.ashlar.platform.records.internal.read;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.CallerRights;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records.Query;
import org.ashlar.platform.model.SealedText;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.Snapshot;
import org.ashlar.platform.records.internal.search.Found;
import org.ashlar.platform.records.internal.search.SearchIndexes;
import org.ashlar.platform.records.internal.sql.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads records set-based by metadata. Statements are planned once per form of request; after that a read binds and
 * executes. The caller's permission to read the model is checked here, company scope is part of each plan. Thread-safe.
 */
@Component(service = RecordReader.class)
public final class RecordReader {

    private static final int MAX_LIMIT = 1_000;
    private static final long MAX_OFFSET = 10_000_000L;
    private static final int MAX_WORDS = 8;
    private static final int FETCH = 500;

    private final DefaultCatalog catalog;
    private final Database database;
    private final Access access;
    private final SearchIndexes search;
    private final CallerRights rights;
    private final PlanCache plans = new PlanCache();

    @Activate
    public RecordReader(@Reference DefaultCatalog catalog, @Reference Database database, @Reference Access access,
            @Reference SearchIndexes search, @Reference CallerRights rights) {
        this.rights = rights;
        this.catalog = catalog;
        this.database = database;
        this.access = access;
        this.search = search;
    }

    /** One record of the caller's company or {@code null}; {@code fields} as in REST, {@code null} for all. */
    public Fetched one(EntityModel model, long id, String fields) {
        Snapshot snapshot = catalog.snapshot();
        Visibility sight = new Visibility(snapshot, rights.present());
        access.require(model.id() + ".read");
        Plan plan = plans.get(
                new PlanCache.Key(model.id(), snapshot.generation(), fields, null, null, 0, 'i', sight.signature()),
                () -> new Planner(sight, model, database).byId(split(fields)));
        permit(plan);
        Bindings bindings = new Bindings(company(model), id, 0, 1, values(plan, List.of(), sight), null);
        int[] hidden = hidden(plan);
        return database.any(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
                bindings.apply(statement, plan);
                Object[] row;
                try (ResultSet result = statement.executeQuery()) {
                    if (!result.next()) {
                        return null;
                    }
                    row = read(result, plan, hidden);
                }
                return new Fetched(row, plan.shape(),
                        lines(connection, plan, List.<Object[]>of(row), bindings.company(), sight));
            }
        });
    }

    /** A page of records of the caller's company. */
    public void page(EntityModel model, Query query, PageSink sink) {
        check(query);
        access.require(model.id() + ".read");
        Snapshot snapshot = catalog.snapshot();
        Visibility sight = new Visibility(snapshot, rights.present());
        Filter filter = FilterParser.parse(query.filter());
        StringBuilder form = new StringBuilder();
        List<String> raw = new ArrayList<>();
        if (filter != null) {
            Filter.shape(filter, form, raw);
        }
        List<String> words = words(query.q());
        raw.addAll(words);
        long company = company(model);
        // The index knows committed records only, and every search field of them.
        boolean bound = sight.bound(model, Visibility.readPermission(model));
        Found found = words.isEmpty() || database.inTransaction() || !sight.readable(model, model.info().search()) ? null
                : search.find(model, words, company, filter == null && !bound ? order(model, query) : null, query.offset(),
                        query.limit());
        boolean paged = found != null && found.paged();
        long[] candidates = found == null ? null : padded(found.ids());
        int ids = candidates == null ? 0 : candidates.length;
        boolean count = query.count() && !paged;
        String fields = query.fields() == null ? null : String.join(",", query.fields());
        Plan plan = plans.get(
                new PlanCache.Key(model.id(), snapshot.generation(), fields, query.sort(), form.append('#').append(ids)
                        .toString(), words.size(), count ? 'c' : 'p', sight.signature()),
                () -> new Planner(sight, model, database).page(query.fields(), query.sort(), filter,
                        new Planner.Search(words.size(), ids), count));
        permit(plan);
        Object[] values = values(plan, raw, sight);
        Object[] counted = plan.count() == null || plan.count().values().equals(plan.values()) ? values
                : values(plan.count(), raw, sight);
        Bindings bindings = new Bindings(company, 0, paged ? 0 : query.offset(), query.limit(), values, candidates);
        long total = query.count() && paged ? found.total() : -1;
        database.any(connection -> {
            try {
                sink.begin(plan.count() == null ? total : count(connection, plan.count(), bindings.with(counted)));
                deliver(connection, plan, bindings, sink, sight);
                sink.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    private static String order(EntityModel model, Query query) {
        return query.sort() == null || query.sort().isBlank() ? model.info().sort() : query.sort();
    }

    /** Ids filled up to 1, 2, 4, 8 and so on, so that few different statements arise. */
    private static long[] padded(long[] ids) {
        if (ids.length == 0) {
            return new long[] {-1};
        }
        long[] padded = Arrays.copyOf(ids, padded(ids.length));
        Arrays.fill(padded, ids.length, padded.length, ids[0]);
        return padded;
    }

    private static int padded(int count) {
        return count == 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    /** What the caller sees of the present models. */
    public Visibility sight() {
        return new Visibility(catalog.snapshot(), rights.present());
    }

    /** Typed values of a plan from the texts of filter, search and record rules. */
    Object[] values(Plan plan, List<String> raw, Visibility sight) {
        Object[] values = new Object[plan.values().size()];
        for (int i = 0; i < values.length; i++) {
            Conditions.Value value = plan.values().get(i);
            String text = value.source() >= 0 ? raw.get(value.source()) : value.text().equals("{today}")
                    ? access.today().toString() : sight.rights().value(value.text());
            values[i] = switch (value.mode()) {
                case TYPED -> Literals.parse(value.field(), value.path(), text);
                case LIKE -> Literals.like(text);
                case CONTAINS -> Literals.contains(text);
            };
        }
        return values;
    }

    private void deliver(Connection connection, Plan plan, Bindings bindings, PageSink sink, Visibility sight)
            throws SQLException, IOException {
        int[] hidden = hidden(plan);
        try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
            bindings.apply(statement, plan);
            statement.setFetchSize(FETCH);
            try (ResultSet result = statement.executeQuery()) {
                if (plan.lines().isEmpty()) {
                    while (result.next()) {
                        sink.row(item(read(result, plan, hidden), plan, null));
                    }
                    return;
                }
                List<Object[]> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(read(result, plan, hidden));
                }
                Shape.LineRows lines = lines(connection, plan, rows, bindings.company(), sight);
                for (Object[] row : rows) {
                    sink.row(item(row, plan, lines));
                }
            }
        }
    }

    /** Columns of labels that the caller has no permission for. */
    private int[] hidden(Plan plan) {
        int count = 0;
        int[] hidden = null;
        for (Plan.Guarded label : plan.labels()) {
            if (!access.may(label.permission())) {
                hidden = hidden == null ? new int[plan.labels().size()] : hidden;
                hidden[count++] = label.column();
            }
        }
        return hidden == null ? null : Arrays.copyOf(hidden, count);
    }

    private Object[] read(ResultSet result, Plan plan, int[] hidden) throws SQLException {
        Object[] row = Row.read(result, plan.columns(), database.derby());
        for (int column : plan.sealed()) {
            row[column] = SealedText.open((String) row[column]);
        }
        for (int column : plan.masked()) {
            row[column] = Masks.of(row[column]);
        }
        if (hidden != null) {
            for (int column : hidden) {
                row[column] = null;
            }
        }
        return row;
    }

    private static PageSink.Item item(Object[] row, Plan plan, Shape.LineRows lines) {
        return new PageSink.Item() {
            @Override
            public void write(JsonGenerator out) throws IOException {
                plan.shape().write(out, row, lines);
            }

            @Override
            public Map<String, Object> map() {
                return plan.shape().map(row, lines);
            }
        };
    }

    private static long count(Connection connection, Plan plan, Bindings bindings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
            bindings.apply(statement, plan);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private Shape.LineRows lines(Connection connection, Plan plan, List<Object[]> rows, long company, Visibility sight)
            throws SQLException {
        if (plan.lines().isEmpty()) {
            return null;
        }
        Map<String, Map<Long, List<Object[]>>> byField = new HashMap<>();
        Map<String, Shape> shapes = new HashMap<>();
        for (Plan.LinesPlan of : plan.lines()) {
            shapes.put(of.field(), of.plan()[0].shape());
            byField.put(of.field(), rows.isEmpty() ? Map.of() : fetch(connection, of, rows, company, sight));
        }
        return new Shape.LineRows() {
            @Override
            public List<Object[]> of(String field, long owner) {
                return byField.get(field).getOrDefault(owner, List.of());
            }

            @Override
            public Shape shape(String field) {
                return shapes.get(field);
            }
        };
    }

    private Map<Long, List<Object[]>> fetch(Connection connection, Plan.LinesPlan of, List<Object[]> rows, long company,
            Visibility sight) throws SQLException {
        long[] owners = new long[padded(rows.size())];
        Arrays.fill(owners, (Long) rows.get(rows.size() - 1)[0]);
        for (int i = 0; i < rows.size(); i++) {
            owners[i] = (Long) rows.get(i)[0];
        }
        Plan plan = of.plan()[Integer.numberOfTrailingZeros(owners.length)];
        Map<Long, List<Object[]>> byOwner = new HashMap<>();
        int[] hidden = hidden(plan);
        try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
            new Bindings(company, 0, 0, 0, values(plan, List.of(), sight), owners).apply(statement, plan);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Object[] row = read(result, plan, hidden);
                    byOwner.computeIfAbsent((Long) row[0], k -> new ArrayList<>()).add(row);
                }
            }
        }
        return byOwner;
    }

    private void permit(Plan plan) {
        for (String permission : plan.permissions()) {
            access.require(permission);
        }
    }

    long company(EntityModel model) {
        long company = access.caller().companyId();
        if (company == 0 && model.info().companyScoped()) {
            throw Problem.of(ProblemKind.DENIED, "platform.company.none");
        }
        return company;
    }

    private static void check(Query query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw ReadProblems.value("limit", "platform.limit.range", MAX_LIMIT);
        }
        if (query.offset() < 0 || query.offset() > MAX_OFFSET) {
            throw ReadProblems.value("offset", "platform.offset.range", MAX_OFFSET);
        }
    }

    /** Words of a search text; what {@code q} finds contains all of them. */
    static List<String> words(String q) {
        if (q == null || q.isBlank()) {
            return List.of();
        }
        return Arrays.stream(q.trim().toLowerCase(Locale.ROOT).split("\\s+")).limit(MAX_WORDS).toList();
    }

    /** Field names of a REST parameter; {@code null} for none. */
    public static List<String> split(String fields) {
        if (fields == null || fields.isBlank()) {
            return null;
        }
        return Arrays.stream(fields.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
    }
}
