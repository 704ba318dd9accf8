package org.ashlar.platform.records.internal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.records.internal.sql.SqlFailure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code q} fast on big tables: the first search in a model that has grown builds its index in the background.
 * PostgreSQL gets a trigram index; Derby, which has none and which is always one process, an index in memory that
 * follows each commit (docs/adr/0004). Small tables are read through. Thread-safe.
 */
@Component(service = SearchIndexes.class)
public final class SearchIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);
    private static final int SMALL = 2_000;
    private static final int LARGEST_IN_MEMORY = 400_000;
    private static final int MOST_CANDIDATES = 1_024;
    private static final long LOOK_AGAIN_NANOS = 30_000_000_000L;
    private static final int FETCH = 1_000;

    private final Database database;
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final ExecutorService worker;

    /** What is known about one model. */
    private static final class State {
        private volatile MemoryIndex index;
        private volatile boolean done;
        private volatile long lookedAt;
        private boolean building;
        /** Changes that were committed while the index was being built; {@code null} otherwise. */
        private List<Update> missed;
    }

    private record Update(long record, long company, String[] texts) {

        void to(MemoryIndex index) {
            if (texts == null) {
                index.remove(record);
            } else {
                index.put(record, company, texts);
            }
        }
    }

    @Activate
    public SearchIndexes(@Reference Database database) {
        this.database = database;
        worker = Executors.newSingleThreadExecutor(r -> {
            Thread thread = new Thread(r, "ashlar-search-index");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    /**
     * What the index knows about a search, {@code null} if there is none or it does not help.
     *
     * @param company company whose records are asked for
     * @param sort asked order in REST syntax, or {@code null} if there are further conditions on the records
     */
    public Found find(EntityModel model, List<String> words, long company, String sort, long offset, int limit) {
        State state = states.computeIfAbsent(model.id(), k -> new State());
        MemoryIndex index = state.index;
        if (index != null && fields(model).size() == model.info().search().size()) {
            String order = sort == null ? "" : sort.trim();
            boolean descending = order.startsWith("-");
            List<FieldInfo> fields = fields(model);
            int sortBy = -1;
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).name().equals(descending ? order.substring(1) : order)) {
                    sortBy = i;
                }
            }
            return index.find(new MemoryIndex.Search(words, model.info().companyScoped() ? company : -1, sortBy, descending,
                    offset, limit), MOST_CANDIDATES);
        }
        if (!state.done && (state.lookedAt == 0 || System.nanoTime() - state.lookedAt > LOOK_AGAIN_NANOS)) {
            state.lookedAt = System.nanoTime();
            try {
                worker.execute(() -> look(model, state));
            } catch (RejectedExecutionException stopping) {
                LOG.debug("No index is built any more", stopping);
            }
        }
        return null;
    }

    /** Whether committed changes of this model have to be reported. */
    public boolean follows(EntityModel model) {
        return database.derby() && !model.info().search().isEmpty();
    }

    /** Texts of the search fields as they are in this entity now. */
    public String[] texts(EntityModel model, Object entity) {
        List<FieldInfo> fields = fields(model);
        String[] texts = new String[fields.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = (String) model.attribute(fields.get(i).name()).get(entity);
        }
        return texts;
    }

    /** A record was inserted, changed or, with texts {@code null}, deleted, and that is committed. */
    public void committed(String model, long record, long company, String[] texts) {
        State state = states.get(model);
        if (state == null) {
            return;
        }
        Update update = new Update(record, company, texts);
        synchronized (state) {
            if (state.missed != null) {
                state.missed.add(update);
            } else if (state.index != null) {
                update.to(state.index);
                if (state.index.wasteful()) {
                    anew(state);
                }
            }
        }
    }

    /** Many records were deleted by SQL, and that is committed. */
    public void stale(String model) {
        State state = states.get(model);
        if (state != null) {
            synchronized (state) {
                anew(state);
            }
        }
    }

    /** The next search builds it. */
    private static void anew(State state) {
        state.index = null;
        state.lookedAt = 0;
    }

    private static List<FieldInfo> fields(EntityModel model) {
        List<FieldInfo> fields = new ArrayList<>();
        for (String name : model.info().search()) {
            FieldInfo field = model.field(name);
            if (field != null && field.type() == FieldType.TEXT && field.extension() == null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private void look(EntityModel model, State state) {
        try {
            List<FieldInfo> fields = fields(model);
            if (fields.isEmpty() || fields.size() != model.info().search().size()) {
                // A search field behind a reference: no index of this table could answer for it.
                state.done = true;
                return;
            }
            long rows = count(model);
            if (rows < SMALL) {
                return;
            }
            if (database.derby()) {
                if (rows < LARGEST_IN_MEMORY) {
                    build(model, fields, state);
                }
            } else {
                new TrigramIndex(database).create(model.info().table(), fields.stream().map(FieldInfo::column).toList());
                state.done = true;
            }
        } catch (SqlFailure e) {
            LOG.warn("No search index for {} yet: {}", model.id(), e.getCause().getMessage());
        } catch (RuntimeException e) {
            LOG.warn("No search index for {}", model.id(), e);
        }
    }

    private long count(EntityModel model) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from (select id from "
                            + model.info().table() + " fetch first " + LARGEST_IN_MEMORY + " rows only) t")) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private void build(EntityModel model, List<FieldInfo> fields, State state) {
        synchronized (state) {
            if (state.building) {
                return;
            }
            state.building = true;
            state.missed = new ArrayList<>();
        }
        long start = System.nanoTime();
        MemoryIndex index = new MemoryIndex();
        try {
            database.read(connection -> {
                fill(connection, model, fields, index);
                return null;
            });
            synchronized (state) {
                state.missed.forEach(u -> u.to(index));
                state.missed = null;
                state.index = index;
            }
            LOG.info("Search index of {}: {} records in {} ms", model.id(), index.size(),
                    (System.nanoTime() - start) / 1_000_000);
        } finally {
            synchronized (state) {
                state.missed = null;
                state.building = false;
            }
        }
    }

    private static void fill(Connection connection, EntityModel model, List<FieldInfo> fields, MemoryIndex index)
            throws SQLException {
        String columns = fields.stream().map(FieldInfo::column).collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, company_id, " + columns + " from " + model.info().table())) {
            statement.setFetchSize(FETCH);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String[] texts = new String[fields.size()];
                    for (int i = 0; i < texts.length; i++) {
                        texts[i] = result.getString(i + 3);
                    }
                    index.put(result.getLong(1), result.getLong(2), texts);
                }
            }
        }
    }
}
