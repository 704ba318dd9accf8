package org.ashlar.platform.transfer.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the file of a list in one of the formats. Thread-safe. */
@Component(service = ExportFile.class)
public final class ExportFile {

    private final ListExport lists;
    private final RecordAccess rights;
    private final Access access;
    private final Messages messages;
    private final Catalog catalog;

    /** Used by DS. */
    @Activate
    public ExportFile(@Reference ListExport lists, @Reference RecordAccess rights, @Reference Access access,
            @Reference Messages messages, @Reference Catalog catalog) {
        this.lists = lists;
        this.rights = rights;
        this.access = access;
        this.messages = messages;
        this.catalog = catalog;
    }

    /** The formats. */
    public enum Kind {
        /** Comma separated values. */
        CSV("text/csv"),
        /** Office Open XML workbook. */
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** JSON array. */
        JSON("application/json");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        /** Media type of the file. */
        public String mediaType() {
            return mediaType;
        }

        /** By file ending. */
        public static Kind of(String ending) {
            return Arrays.stream(values()).filter(k -> k.name().equalsIgnoreCase(ending)).findFirst()
                    .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "transfer.export.format", ending));
        }
    }

    /**
     * Writes the file as the caller. Nothing is written before the selection is known to be sound.
     *
     * @param fields dotted fields; empty: all that the caller may read
     * @param titles whether columns are titled as on screen; otherwise by field name, so that the file can be imported again
     * @return rows written
     */
    public long write(ModelInfo model, Kind kind, String filter, String q, String sort, List<String> fields, boolean titles,
            OutputStream out) throws IOException {
        List<String> chosen = fields.isEmpty() ? ListExport.defaultFields(model).stream()
                .filter(f -> rights.field(model.id(), f) != FieldRight.NONE).toList() : fields;
        ListExport.Selection selection = new ListExport.Selection(filter, q, sort == null || sort.isBlank() ? null : sort, chosen);
        Records.Page first = lists.first(model, selection);
        try (RowsWriter writer = writer(kind, model, out)) {
            writer.header(titles ? titles(model, chosen) : chosen);
            return lists.write(model, selection, first, writer);
        }
    }

    private RowsWriter writer(Kind kind, ModelInfo model, OutputStream out) throws IOException {
        return switch (kind) {
            case CSV -> new CsvRowsWriter(out);
            case JSON -> new JsonRowsWriter(out);
            case XLSX -> new XlsxRowsWriter(out, text("model." + model.id(), model.id()), access.caller().zone());
        };
    }

    private List<String> titles(ModelInfo model, List<String> fields) {
        List<String> titles = new ArrayList<>();
        for (String field : fields) {
            List<String> parts = new ArrayList<>();
            Optional<ModelInfo> at = Optional.of(model);
            for (String part : field.split("\\.")) {
                String id = at.map(ModelInfo::id).orElse("");
                parts.add(text("field." + id + "." + part, text("field." + part, part)));
                at = at.flatMap(m -> m.field(part)).map(FieldInfo::target).flatMap(catalog::find);
            }
            titles.add(String.join(" / ", parts));
        }
        return titles;
    }

    private String text(String key, String otherwise) {
        String text = messages.text(access.caller().locale(), key, List.of());
        return text == null || text.equals(key) ? otherwise : text;
    }
}
