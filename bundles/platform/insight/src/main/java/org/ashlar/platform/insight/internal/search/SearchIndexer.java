package org.ashlar.platform.insight.internal.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Records;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index behind the records: what changed is read again within half a second after its commit, what came in bulk or
 * while nobody listened is caught up by id. No statement of it runs in anybody's save. Thread-safe.
 */
@Component(service = SearchIndexer.class, immediate = true)
public final class SearchIndexer implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
    private static final long PAUSE_MILLIS = 500;
    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final int PAGE = 500;
    private static final long LOOK_BACK = 5_000;
    private static final int LONGEST_QUEUE = 20_000;

    private final Catalog catalog;
    private final Records records;
    private final Companies companies;
    private final Access access;
    private final SearchEntries entries;
    private final Map<String, Set<Long>> changed = new HashMap<>();
    /** Models to catch up with, and whether to look back for rows that committed late. */
    private final Map<String, Boolean> behind = new TreeMap<>();
    private final ServiceRegistration<EventHandler> subscription;
    private final Thread thread;
    private volatile boolean stopping;

    /** By injection. */
    @Activate
    public SearchIndexer(BundleContext bundles, @Reference Catalog catalog, @Reference Records records,
            @Reference Companies companies, @Reference Access access, @Reference SearchEntries entries) {
        this.catalog = catalog;
        this.records = records;
        this.companies = companies;
        this.access = access;
        this.entries = entries;
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, new String[] {"ashlar/record"}));
        subscription = bundles.registerService(EventHandler.class, this, properties);
        thread = new Thread(this::work, "ashlar-search-index");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Deactivate
    void stop() {
        subscription.unregister();
        synchronized (changed) {
            stopping = true;
            changed.notifyAll();
        }
    }

    @Override
    public void handleEvent(Event event) {
        if (!(event.getProperty("event") instanceof RecordChanged change)) {
            return;
        }
        synchronized (changed) {
            Set<Long> ids = changed.computeIfAbsent(change.model(), m -> new LinkedHashSet<>());
            if (change.id() == 0 || ids.size() >= LONGEST_QUEUE) {
                behind.put(change.model(), true);
            } else {
                ids.add(change.id());
            }
        }
    }

    /** Whether a model can be found at all: it has a list and a text to show. */
    static boolean indexed(ModelInfo model) {
        return !model.collection().isEmpty() && !model.id().startsWith("platform.")
                && model.field(model.label()).filter(f -> f.type() == FieldType.TEXT && !f.hidden()).isPresent();
    }

    private void work() {
        long round = 0;
        while (!stopping) {
            try {
                synchronized (changed) {
                    changed.wait(PAUSE_MILLIS);
                }
                if (stopping) {
                    return;
                }
                entries.load();
                if (System.nanoTime() - round > ROUND.toNanos()) {
                    catalog.list().stream().filter(SearchIndexer::indexed).forEach(m -> markBehind(m.id()));
                    round = System.nanoTime();
                }
                followChanges();
                catchUp();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("The search index is behind", e);
            }
        }
    }

    private void markBehind(String model) {
        synchronized (changed) {
            behind.putIfAbsent(model, false);
        }
    }

    private void followChanges() {
        Map<String, Set<Long>> work;
        synchronized (changed) {
            work = new HashMap<>(changed);
            changed.clear();
        }
        work.forEach((id, ids) -> catalog.find(id).filter(SearchIndexer::indexed).ifPresent(model -> {
            List<Long> all = new ArrayList<>(ids);
            for (int i = 0; i < all.size() && !stopping; i += PAGE) {
                List<Long> page = all.subList(i, Math.min(all.size(), i + PAGE));
                String filter = "id=in=(" + String.join(",", page.stream().map(String::valueOf).toList()) + ")";
                entries.replace(id, page, read(model, filter).values().stream().flatMap(List::stream).toList());
            }
        }));
    }

    private void catchUp() {
        Map<String, Boolean> models;
        synchronized (changed) {
            models = new TreeMap<>(behind);
            behind.clear();
        }
        models.forEach((id, late) -> catalog.find(id).filter(SearchIndexer::indexed)
                .ifPresent(model -> scopes(model).forEach(scope -> catchUp(model, scope, late))));
    }

    /** Ids are handed out in blocks, so what committed last in a bulk need not have the highest: then it looks a little back. */
    private void catchUp(ModelInfo model, long scope, boolean late) {
        long after = Math.max(0, entries.highest(model.id(), scope) - (late ? LOOK_BACK : 0));
        for (int read = PAGE; read == PAGE && !stopping;) {
            String filter = "id=gt=" + after;
            List<SearchEntries.Entry> found = access.as(access.system(scope), () -> page(model, scope, filter));
            entries.replace(model.id(), found.stream().map(SearchEntries.Entry::record).toList(), found);
            read = found.size();
            after = read == 0 ? after : found.get(read - 1).record();
        }
    }

    private List<Long> scopes(ModelInfo model) {
        return model.companyScoped() ? companies.list().stream().map(Company::id).toList() : List.of(0L);
    }

    /** A page of entries by company; shared models are read once, for company 0. */
    private Map<Long, List<SearchEntries.Entry>> read(ModelInfo model, String filter) {
        Map<Long, List<SearchEntries.Entry>> found = new HashMap<>();
        for (long company : scopes(model)) {
            found.put(company, access.as(access.system(company), () -> page(model, company, filter)));
        }
        return found;
    }

    private List<SearchEntries.Entry> page(ModelInfo model, long company, String filter) {
        Set<String> fields = new LinkedHashSet<>(List.of("id", model.label()));
        model.search().stream().filter(name -> model.field(name).filter(f -> f.type() == FieldType.TEXT).isPresent())
                .forEach(fields::add);
        return records.find(model.id(), new Records.Query(filter, null, "id", List.copyOf(fields), 0, PAGE, false)).rows().stream()
                .map(row -> entry(model, company, row)).toList();
    }

    private static SearchEntries.Entry entry(ModelInfo model, long company, Map<String, Object> row) {
        Object label = row.get(model.label());
        StringBuilder terms = new StringBuilder();
        for (FieldInfo field : model.fields()) {
            Object value = row.get(field.name());
            if (value instanceof String text && !text.isBlank()) {
                terms.append(terms.length() == 0 ? "" : " ").append(Pinyin.terms(text));
            }
        }
        return new SearchEntries.Entry(company, model.id(), ((Number) row.get("id")).longValue(),
                label == null ? String.valueOf(row.get("id")) : label.toString(), terms.toString());
    }
}
