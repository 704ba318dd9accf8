package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Visibility;

/** Old and new values of an audit entry without those of fields that the caller may not read. */
final class VisibleChanges {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VisibleChanges() {
    }

    /** The changes as JSON; those of a model that is not there any more only for callers without restrictions. */
    static String of(Visibility sight, String id, String changes) {
        if (sight.plain() || changes == null) {
            return changes;
        }
        EntityModel model = sight.snapshot().model(id);
        if (model == null) {
            return "{}";
        }
        if (!sight.rights().fieldsOf(id)) {
            return changes;
        }
        try {
            JsonNode read = JSON.readTree(changes);
            if (!(read instanceof ObjectNode fields)) {
                return "{}";
            }
            List<String> names = new ArrayList<>();
            fields.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                FieldInfo field = model.field(name);
                if (field == null || !sight.readable(model, field)) {
                    fields.remove(name);
                }
            }
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }
}
