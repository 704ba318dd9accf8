package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.read.JsonValues;

/**
 * A record that was just written, from memory and without a further statement: its own fields and the lines that are
 * loaded, references with their id only. Callers that want more give {@code fields}.
 */
final class RecordJson {

    private final DefaultCatalog catalog;

    RecordJson(DefaultCatalog catalog) {
        this.catalog = catalog;
    }

    String text(EntityModel model, BaseEntity entity, boolean withResult, Object result) {
        try {
            return Json.text(out -> {
                out.writeStartObject();
                members(out, model, entity, true);
                if (withResult) {
                    out.writeFieldName("result");
                    Results.write(out, result);
                }
                out.writeEndObject();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void members(JsonGenerator out, EntityModel model, BaseEntity entity, boolean withLines) throws IOException {
        for (FieldInfo field : model.fields().values()) {
            if (field.hidden() || field.extension() != null) {
                continue;
            }
            if (field.type() == FieldType.LINES) {
                if (withLines) {
                    lines(out, model, entity, model.lines().get(field.name()));
                }
                continue;
            }
            Object value = model.attribute(field.name()).get(entity);
            out.writeFieldName(field.name());
            if (field.type() == FieldType.REF && value != null) {
                out.writeStartObject();
                JsonValues.field(out, "id", value);
                out.writeEndObject();
            } else {
                JsonValues.write(out, value);
            }
        }
    }

    private void lines(JsonGenerator out, EntityModel model, BaseEntity entity, LinesAttribute lines) throws IOException {
        EntityModel line = catalog.snapshot().model(lines.lineModel());
        if (line == null || !catalog.loaded(model, entity, lines.name())
                || !(lines.attribute().get(entity) instanceof List<?> rows)) {
            return;
        }
        out.writeArrayFieldStart(lines.name());
        for (Object row : rows) {
            out.writeStartObject();
            members(out, line, (BaseEntity) row, false);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
