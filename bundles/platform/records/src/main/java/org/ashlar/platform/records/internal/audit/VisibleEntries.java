package org.ashlar.platform.records.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.audit.AuditLog.Entry;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Old and new values as the caller may see them: whoever may not read a field does not read it in the log. Thread-safe. */
@Component(service = VisibleEntries.class)
public final class VisibleEntries {

    private static final String NOTHING = "[]";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RecordAccess records;
    private final Access access;
    private final DefaultCatalog catalog;

    @Activate
    public VisibleEntries(@Reference RecordAccess records, @Reference Access access, @Reference DefaultCatalog catalog) {
        this.records = records;
        this.access = access;
        this.catalog = catalog;
    }

    /** Changes of a row of this model, whose record the caller may read. */
    public String of(String model, String changes) {
        if (changes.equals(NOTHING) || records.whole(model)) {
            return changes;
        }
        try {
            ArrayNode kept = JSON.createArrayNode();
            for (JsonNode change : JSON.readTree(changes)) {
                String field = change.path("field").asText();
                FieldRight right = records.field(model, field);
                if (right != FieldRight.NONE) {
                    ObjectNode copy = ((ObjectNode) change).deepCopy();
                    if (right == FieldRight.MASKED) {
                        mask(copy, "old", model, field);
                        mask(copy, "new", model, field);
                    }
                    kept.add(copy);
                }
            }
            return kept.toString();
        } catch (JsonProcessingException e) {
            return NOTHING;
        }
    }

    private void mask(ObjectNode change, String side, String model, String field) {
        JsonNode value = change.path(side);
        if (!value.isNull()) {
            change.put(side, String.valueOf(records.visible(model, field, value.asText())));
        }
    }

    /** Entries of many records: those of records that the caller may not read keep their frame and lose their values. */
    List<Entry> of(List<Entry> entries) {
        Map<String, Set<Long>> asked = new HashMap<>();
        entries.stream().filter(e -> catalog.snapshot().model(e.rootModel()) != null && !records.whole(e.rootModel()))
                .forEach(e -> asked.computeIfAbsent(e.rootModel(), k -> new HashSet<>()).add(e.rootId()));
        Map<String, Set<Long>> readable = new HashMap<>();
        asked.forEach((model, ids) -> readable.put(model, new HashSet<>(records.readable(model, ids))));
        List<Entry> visible = new ArrayList<>();
        for (Entry e : entries) {
            Set<Long> some = readable.get(e.rootModel());
            boolean open = some == null ? access.may(e.rootModel() + ".read") : some.contains(e.rootId());
            visible.add(new Entry(e.id(), e.at(), e.userId(), e.login(), e.companyId(), e.channel(), e.address(), e.model(),
                    e.recordId(), e.rootModel(), e.rootId(), e.kind(), open ? of(e.model(), e.changes()) : NOTHING,
                    e.requestId()));
        }
        return visible;
    }
}
