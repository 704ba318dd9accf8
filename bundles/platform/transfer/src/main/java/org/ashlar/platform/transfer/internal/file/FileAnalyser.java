package org.ashlar.platform.transfer.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.transfer.internal.run.CsvRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at an upload before anybody maps it: encoding, columns, types and the fields that seem meant. Thread-safe. */
@Component(service = FileAnalyser.class)
public final class FileAnalyser {

    private static final int LOOK_AT = 500;

    private final Catalog catalog;
    private final Messages messages;
    private final Access access;

    /** Used by DS. */
    @Activate
    public FileAnalyser(@Reference Catalog catalog, @Reference Messages messages, @Reference Access access) {
        this.catalog = catalog;
        this.messages = messages;
        this.access = access;
    }

    /**
     * Analyses a CSV file, or the CSV made of a workbook.
     *
     * @param model model id whose fields are proposed, or {@code null}
     * @param encoding character set that the caller says it is written in, {@code null} to recognise it
     * @param delimiter what the caller says separates its cells, {@code null} to recognise it
     */
    public FileAnalysis analyse(Path csv, String format, String model, String encoding, String delimiter) throws IOException {
        TextShape seen = TextShape.of(csv);
        TextShape shape = new TextShape(encoding == null ? seen.encoding() : encoding,
                delimiter == null ? seen.delimiter() : delimiter);
        Optional<ModelInfo> target = model == null ? Optional.empty() : catalog.find(model);
        try (CsvRows rows = new CsvRows(csv, shape.encoding(), shape.delimiter())) {
            List<ColumnGuess> guesses = new ArrayList<>();
            rows.header().forEach(name -> guesses.add(new ColumnGuess()));
            int looked = 0;
            for (var row = rows.next(); row != null && looked < LOOK_AT; row = rows.next(), looked++) {
                for (int i = 0; i < Math.min(guesses.size(), row.getFieldCount()); i++) {
                    guesses.get(i).see(row.getField(i));
                }
            }
            List<FileAnalysis.Column> columns = new ArrayList<>();
            for (int i = 0; i < guesses.size(); i++) {
                String name = rows.header().get(i);
                ColumnGuess guess = guesses.get(i);
                columns.add(new FileAnalysis.Column(name, guess.type(), guess.format(),
                        target.flatMap(m -> field(m, name)).orElse(null), guess.samples()));
            }
            return new FileAnalysis(format, shape.encoding(), shape.delimiter(), CsvRows.lines(csv), columns);
        }
    }

    private Optional<String> field(ModelInfo model, String column) {
        String wanted = plain(column);
        return model.fields().stream().filter(f -> !f.readonly() && !f.hidden() && f.type() != FieldType.LINES)
                .filter(f -> plain(f.name()).equals(wanted) || label(model, f, Locale.ENGLISH).equals(wanted)
                        || label(model, f, Locale.CHINESE).equals(wanted)
                        || label(model, f, access.caller().locale()).equals(wanted))
                .map(FieldInfo::name).findFirst();
    }

    private String label(ModelInfo model, FieldInfo field, Locale locale) {
        return plain(messages.text(locale, "field." + model.id() + "." + field.name(), List.of()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-:/()]", "");
    }
}
