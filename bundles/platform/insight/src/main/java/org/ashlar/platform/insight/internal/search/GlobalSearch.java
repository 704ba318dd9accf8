package org.ashlar.platform.insight.internal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds records of all models. A model is left out for callers without its read permission or without the right to one of
 * the fields that it is found by; of the rest, each record is asked for before it is shown. Thread-safe.
 */
@Component(service = GlobalSearch.class)
public final class GlobalSearch {

    private static final int CANDIDATES = 200;

    private final Catalog catalog;
    private final SearchEntries entries;
    private final Access access;
    private final RecordAccess rights;
    private final Messages messages;

    /** By injection. */
    @Activate
    public GlobalSearch(@Reference Catalog catalog, @Reference SearchEntries entries, @Reference Access access,
            @Reference RecordAccess rights, @Reference Messages messages) {
        this.catalog = catalog;
        this.entries = entries;
        this.access = access;
        this.rights = rights;
        this.messages = messages;
    }

    /**
     * A record that was found.
     *
     * @param model model id
     * @param title its name in the caller's language
     * @param module module, for the route
     * @param collection collection, for the route
     * @param id record id
     * @param label what stands for the record
     * @param near whether it is only near to what was typed
     */
    public record Hit(String model, String title, String module, String collection, long id, String label, boolean near) {
    }

    /** Hits, exact ones first. */
    public List<Hit> find(List<String> words, List<String> models, int limit) {
        Map<String, ModelInfo> searched = new HashMap<>();
        catalog.list().stream().filter(m -> models.isEmpty() || models.contains(m.id())).filter(SearchIndexer::indexed)
                .filter(this::open).forEach(m -> searched.put(m.id(), m));
        if (searched.isEmpty()) {
            return List.of();
        }
        long company = access.caller().companyId();
        List<Hit> hits = new ArrayList<>(shown(entries.find(company, searched.keySet(), words, CANDIDATES), searched, false));
        if (hits.size() < limit && words.stream().anyMatch(w -> Typos.allowed(w.length()) > 0)) {
            Set<String> known = new HashSet<>();
            hits.forEach(h -> known.add(h.model() + h.id()));
            shown(entries.near(company, searched.keySet(), words, CANDIDATES), searched, true).stream()
                    .filter(h -> known.add(h.model() + h.id())).forEach(hits::add);
        }
        return hits.size() > limit ? List.copyOf(hits.subList(0, limit)) : hits;
    }

    private boolean open(ModelInfo model) {
        Set<String> fields = new LinkedHashSet<>(model.search());
        fields.add(model.label());
        return access.may(model.id() + ".read")
                && fields.stream().allMatch(f -> rights.field(model.id(), f).compareTo(FieldRight.READ) >= 0);
    }

    private List<Hit> shown(List<Candidate> found, Map<String, ModelInfo> models, boolean near) {
        Map<String, List<Long>> ids = new HashMap<>();
        found.forEach(e -> ids.computeIfAbsent(e.model(), m -> new ArrayList<>()).add(e.record()));
        Map<String, Set<Long>> readable = new HashMap<>();
        ids.forEach((model, all) -> readable.put(model, new HashSet<>(rights.readable(model, all))));
        List<Hit> hits = new ArrayList<>();
        for (Candidate entry : found) {
            if (readable.get(entry.model()).contains(entry.record())) {
                ModelInfo model = models.get(entry.model());
                hits.add(new Hit(model.id(), messages.text(access.caller().locale(), "model." + model.id(), List.of()),
                        model.module(), model.collection(), entry.record(), entry.label(), near));
            }
        }
        return hits;
    }
}
