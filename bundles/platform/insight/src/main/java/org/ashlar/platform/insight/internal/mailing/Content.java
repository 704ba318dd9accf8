package org.ashlar.platform.insight.internal.mailing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.insight.internal.board.Dashboards;
import org.ashlar.platform.insight.internal.board.Fields;
import org.ashlar.platform.insight.internal.board.TileReader;
import org.ashlar.platform.insight.internal.domain.Placeholders;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.report.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the file of a mailing as the bound caller: his rights, his language, his time zone. Thread-safe. */
@Component(service = Content.class)
public final class Content {

    private static final int PAGE = 1000;
    private static final int MOST_ROWS = 50_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Reports reports;
    private final Records records;
    private final Dashboards dashboards;
    private final TileReader tiles;
    private final Fields fields;
    private final Access access;
    private final Companies companies;

    /** By injection. */
    @Activate
    public Content(@Reference Reports reports, @Reference Records records, @Reference Dashboards dashboards,
            @Reference TileReader tiles, @Reference Fields fields, @Reference Access access, @Reference Companies companies) {
        this.reports = reports;
        this.records = records;
        this.dashboards = dashboards;
        this.tiles = tiles;
        this.fields = fields;
        this.access = access;
        this.companies = companies;
    }

    Reports.File of(Mailing mailing) {
        String ending = mailing.format().name().toLowerCase(java.util.Locale.ROOT);
        return switch (mailing.what()) {
            case REPORT -> {
                Map<String, String> parameters = new LinkedHashMap<>();
                Placeholders.parameters(mailing.parameters()).orElse(Map.of()).forEach((name, value) ->
                        parameters.put(name, fill(value)));
                yield reports.file(mailing.report(), parameters, ending);
            }
            case LIST -> reports.write(list(mailing), ending);
            default -> reports.write(dashboard(mailing), ending);
        };
    }

    private String fill(String text) {
        return Placeholders.fill(text, access.today(), access.caller().userId());
    }

    private List<String> head() {
        return new ArrayList<>(List.of(companies.get(access.caller().companyId()).name() + " · " + access.today()));
    }

    private Reports.Computed list(Mailing mailing) {
        Mailing.ListChoice list = mailing.list();
        ModelInfo model = fields.model(list.target());
        List<String> columns = list.columns() == null || list.columns().isBlank() ? model.fields().stream()
                .filter(f -> f.type() != FieldType.LINES && !f.hidden() && f.extension() == null && !f.name().equals("version")
                        && !f.name().equals("companyId")).map(FieldInfo::name).filter(f -> !f.equals("id")).limit(12).toList()
                : List.of(list.columns().strip().split("\\s*,\\s*"));
        List<List<Object>> rows = new ArrayList<>();
        String sort = list.sort() == null || list.sort().isBlank() ? null : list.sort();
        for (Records.Page page = page(model, list, columns, sort, 0); ; page = page(model, list, columns, sort, rows.size())) {
            for (Map<String, Object> row : page.rows()) {
                rows.add(columns.stream().map(c -> value(model, c, row)).toList());
            }
            if (rows.size() > MOST_ROWS) {
                throw Problem.rule("filter", "platform.scheduledReport.long", MOST_ROWS);
            }
            if (page.rows().size() < PAGE) {
                break;
            }
        }
        return new Reports.Computed(mailing.code(), mailing.name(), columns.stream().map(c -> fields.title(model, c)).toList(), false,
                head(), new ReportTable(columns.stream().map(c -> new ReportTable.Column(c, type(model, c))).toList(), rows, List.of()));
    }

    private Records.Page page(ModelInfo model, Mailing.ListChoice list, List<String> columns, String sort, int offset) {
        return records.find(model.id(), new Records.Query(fill(list.filter()), null, sort, columns, offset, PAGE, false));
    }

    private String type(ModelInfo model, String column) {
        return switch (fields.type(model, column)) {
            case "money" -> "money";
            case "quantity" -> "quantity";
            case "number", "integer" -> "number";
            case "date" -> "date";
            default -> "text";
        };
    }

    private Object value(ModelInfo model, String column, Map<String, Object> row) {
        Object value = row.get(column);
        if (value == null && !row.containsKey(column)) {
            value = row;
            for (String part : column.split("\\.")) {
                value = value instanceof Map<?, ?> map ? map.get(part) : null;
            }
        }
        if (value instanceof Map<?, ?> reference) {
            return reference.get("label") != null ? reference.get("label") : String.valueOf(reference.get("id"));
        }
        FieldInfo field = fields.at(model, column);
        FieldType type = field == null ? null : field.type();
        if (value instanceof String text && type == FieldType.DATE) {
            return LocalDate.parse(text);
        }
        if (value != null && type == FieldType.INSTANT) {
            return MOMENT.format(Instant.parse(value.toString()).atZone(access.caller().zone()));
        }
        if (value instanceof Boolean flag) {
            return fields.text(flag ? "platform.insight.yes" : "platform.insight.no", flag.toString());
        }
        return value != null && type == FieldType.ENUM ? fields.option(model, column, value.toString()) : value;
    }

    /** Tiles below each other: tile, group, figure. What the reader may not see is left out. */
    private Reports.Computed dashboard(Mailing mailing) {
        // The definition was checked against its maker when it was planned; what it shows is the reader's.
        Dashboards.Board board = dashboards.defined(mailing.dashboard());
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, Object>> answers = tiles.read(board.tiles(), null);
        for (int i = 0; i < answers.size(); i++) {
            new TileRows(fields).add(rows, board.tiles().get(i).title(), answers.get(i));
        }
        List<ReportTable.Column> columns = List.of(new ReportTable.Column("tile", "text"), new ReportTable.Column("group", "text"),
                new ReportTable.Column("measure", "text"), new ReportTable.Column("value", "quantity"),
                new ReportTable.Column("currency", "text"));
        return new Reports.Computed(mailing.code(), board.title(), columns.stream()
                .map(c -> fields.text("platform.insight.column." + c.id(), c.id())).toList(), false, head(),
                new ReportTable(columns, rows, List.of()));
    }

    /** Numbers as they stand in tables. */
    static BigDecimal number(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }
}
