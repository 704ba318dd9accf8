package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.read.JsonValues;
import org.ashlar.platform.records.internal.read.Masks;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.read.Visibility;
import org.ashlar.platform.records.internal.write.DefaultWarnings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A record that was just written, from memory and without a further statement: its own fields and the lines that are
 * loaded, references with their id only. Callers that want more give {@code fields}.
 */
@Component(service = RecordJson.class)
public final class RecordJson {

    private final DefaultCatalog catalog;
    private final RecordReader reader;
    private final RowCheck rows;
    private final Access access;
    private final DefaultWarnings warnings;

    @Activate
    public RecordJson(@Reference DefaultCatalog catalog, @Reference RecordReader reader, @Reference RowCheck rows,
            @Reference Access access, @Reference DefaultWarnings warnings) {
        this.catalog = catalog;
        this.reader = reader;
        this.rows = rows;
        this.access = access;
        this.warnings = warnings;
    }

    /** Whether the caller, who has just written the record, may also read it. */
    boolean readable(EntityModel model, long id) {
        String read = Visibility.readPermission(model);
        return access.may(read) && (!rows.bound(model, read) || rows.within(model, List.of(id), read).contains(id));
    }

    /** The record, or no more than its id and version if the caller may write it and not read it. */
    String text(EntityModel model, BaseEntity entity, Locale locale, boolean withResult, Object result) {
        Visibility sight = reader.sight();
        boolean readable = readable(model, entity.getId());
        try {
            return Json.text(out -> {
                out.writeStartObject();
                if (readable) {
                    members(out, sight, model, entity, true);
                } else {
                    out.writeNumberField("id", entity.getId());
                    out.writeNumberField("version", entity.getVersion());
                }
                warnings.write(out, locale);
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

    private void members(JsonGenerator out, Visibility sight, EntityModel model, BaseEntity entity, boolean withLines)
            throws IOException {
        for (FieldInfo field : model.fields().values()) {
            if (!sight.shown(model, field) || field.extension() != null) {
                continue;
            }
            if (field.type() == FieldType.LINES) {
                if (withLines) {
                    lines(out, sight, model, entity, model.lines().get(field.name()));
                }
                continue;
            }
            Object value = model.attribute(field.name()).get(entity);
            if (sight.masked(model, field)) {
                value = Masks.of(value);
            }
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

    private void lines(JsonGenerator out, Visibility sight, EntityModel model, BaseEntity entity, LinesAttribute lines)
            throws IOException {
        EntityModel line = catalog.snapshot().model(lines.lineModel());
        if (line == null || !sight.rows(line, Visibility.readPermission(line)).all() || !catalog.loaded(model, entity, lines.name())
                || !(lines.attribute().get(entity) instanceof List<?> rows)) {
            return;
        }
        out.writeArrayFieldStart(lines.name());
        for (Object row : rows) {
            out.writeStartObject();
            members(out, sight, line, (BaseEntity) row, false);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
