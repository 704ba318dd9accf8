package org.ashlar.platform.insight.internal.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.insight.internal.model.Comparison;
import org.ashlar.platform.insight.internal.model.TileKind;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The dashboards that a caller sees: records, and what modules ship where no record has the same code. Thread-safe. */
@Component(service = Dashboards.class)
public final class Dashboards {

    static final String MODEL = "platform.dashboard";
    private static final List<String> HEAD = List.of("id", "code", "name", "owner", "shared", "version");
    private static final List<String> WHOLE = List.of("id", "code", "name", "owner", "shared", "version", "tiles");
    private static final List<String> TILE = List.of("title", "kind", "target", "filter", "dateField", "period", "compare",
            "measure", "groupBy", "columnsBy", "columns", "sort", "limit", "width", "height");
    private static final int MOST = 500;

    private final Records records;
    private final Shipped shipped;
    private final Access access;
    private final Catalog catalog;
    private final Fields fields;

    /** By injection. */
    @Activate
    public Dashboards(@Reference Records records, @Reference Shipped shipped, @Reference Access access,
            @Reference Catalog catalog, @Reference Fields fields) {
        this.records = records;
        this.shipped = shipped;
        this.access = access;
        this.catalog = catalog;
        this.fields = fields;
    }

    /**
     * A dashboard.
     *
     * @param code code
     * @param title in the caller's language if it is shipped
     * @param shipped whether a module brings it
     * @param id record, 0 if it is shipped
     * @param version of the record
     * @param owner reference to the user or {@code null}
     * @param shared whether everybody sees it
     * @param mayChange whether the caller may change it
     * @param tiles tiles
     */
    public record Board(String code, String title, boolean shipped, Long id, Integer version, Object owner, boolean shared,
            boolean mayChange, List<Tile> tiles) {
    }

    /** What the caller sees, without tiles; own and shared ones by name, then shipped ones. */
    public List<Board> list() {
        List<Board> all = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Map<String, Object> row : records.find(MODEL, new Records.Query(null, null, "name,id", HEAD, 0, MOST, false)).rows()) {
            all.add(board(row, List.of()));
            codes.add(String.valueOf(row.get("code")));
        }
        shipped.list().stream().filter(b -> !codes.contains(b.code()) && b.tiles().stream().anyMatch(this::readable))
                .map(b -> board(b, List.of())).forEach(all::add);
        return all;
    }

    /**
     * One of them.
     *
     * @throws Problem NOT_FOUND
     */
    public Board get(String code) {
        List<Map<String, Object>> rows = records.find(MODEL, new Records.Query("code=in=(\"" + quoted(code) + "\")", null, "id", WHOLE,
                0, 1, false)).rows();
        if (!rows.isEmpty()) {
            return board(rows.get(0), tiles(rows.get(0)));
        }
        Shipped.Board found = shipped.find(code).filter(b -> b.tiles().stream().anyMatch(this::readable))
                .orElseThrow(() -> Problem.notFound(MODEL, code));
        return shipped(code, found);
    }

    private Board shipped(String code, Shipped.Board found) {
        return board(found, found.tiles().stream().filter(t -> catalog.find(t.target()).isPresent())
                .map(t -> t.named(t.key(), fields.text("dashboard." + code + "." + t.key(), t.key()))).toList());
    }

    /**
     * One by code, whoever may see it: for work that was planned by somebody who does. What its tiles show is the caller's.
     *
     * @throws Problem NOT_FOUND
     */
    public Board defined(String code) {
        List<Map<String, Object>> rows = access.as(access.system(access.caller().companyId()), () -> records.find(MODEL,
                new Records.Query("code=in=(\"" + quoted(code) + "\")", null, "id", WHOLE, 0, 1, false))).rows();
        return rows.isEmpty() ? shipped(code, shipped.find(code).orElseThrow(() -> Problem.notFound(MODEL, code)))
                : board(rows.get(0), tiles(rows.get(0)));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private boolean readable(Tile tile) {
        return catalog.find(tile.target()).map(TileReader::readPermission).filter(access::may).isPresent();
    }

    private Board board(Shipped.Board board, List<Tile> tiles) {
        return new Board(board.code(), fields.text("dashboard." + board.code(), board.code()), true, null, null, null, true, false,
                tiles);
    }

    private Board board(Map<String, Object> row, List<Tile> tiles) {
        Object owner = row.get("owner") instanceof Map<?, ?> reference ? reference.get("id") : null;
        boolean mine = owner instanceof Number id && id.longValue() == access.caller().userId();
        return new Board(text(row, "code"), text(row, "name"), false, ((Number) row.get("id")).longValue(),
                ((Number) row.get("version")).intValue(), row.get("owner"), Boolean.TRUE.equals(row.get("shared")),
                access.may(MODEL + ".update") && (mine || access.may(MODEL + ".manage")), tiles);
    }

    private static List<Tile> tiles(Map<String, Object> row) {
        List<Tile> tiles = new ArrayList<>();
        if (row.get("tiles") instanceof List<?> lines) {
            for (Object line : lines) {
                if (line instanceof Map<?, ?> map) {
                    Map<String, Object> tile = new HashMap<>();
                    map.forEach((k, v) -> tile.put(String.valueOf(k), v));
                    tiles.add(tile(tile));
                }
            }
        }
        return tiles;
    }

    private static Tile tile(Map<String, Object> line) {
        return new Tile(String.valueOf(line.get("position")), text(line, "title"), TileKind.valueOf(text(line, "kind")),
                text(line, "target"), text(line, "filter"), text(line, "dateField"), text(line, "period"),
                line.get("compare") == null ? Comparison.NONE : Comparison.valueOf(text(line, "compare")), text(line, "measure"),
                text(line, "groupBy"), text(line, "columnsBy"), text(line, "columns"), text(line, "sort"), number(line, "limit"),
                number(line, "width"), number(line, "height"));
    }

    private static String text(Map<String, Object> row, String field) {
        return Objects.toString(row.get(field), null);
    }

    private static Integer number(Map<String, Object> row, String field) {
        return row.get(field) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    /**
     * A record of the caller's own with the same tiles.
     *
     * @param code its code; {@code null}: one is made; that of a shipped one replaces it for the company
     * @param name its name; {@code null}: the same
     */
    public Map<String, Object> copy(String from, String code, String name) {
        Board board = get(from);
        boolean replaces = code != null && shipped.find(code).isPresent();
        if (replaces) {
            access.require(MODEL + ".manage");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        String own = code != null && !code.isBlank() ? code : free(from);
        values.put("code", own);
        values.put("name", name == null || name.isBlank() ? board.title() : name);
        values.put("shared", replaces);
        values.put("tiles", board.tiles().stream().map(Dashboards::line).toList());
        return Map.of("id", records.create(MODEL, values), "code", own);
    }

    /** A code that nobody has yet: that of the pattern with the user and a number. */
    private String free(String from) {
        String stem = from.length() > 40 ? from.substring(0, 40) : from;
        Set<String> taken = new HashSet<>();
        // As the system, because codes of others count too.
        access.as(access.system(access.caller().companyId()), () -> records.find(MODEL, new Records.Query("code==\""
                + quoted(stem) + "-*\"", null, "id", List.of("code"), 0, MOST, false))).rows()
                .forEach(r -> taken.add(String.valueOf(r.get("code"))));
        int number = 2;
        while (taken.contains(stem + "-" + number)) {
            number++;
        }
        return stem + "-" + number;
    }

    private static Map<String, Object> line(Tile tile) {
        Map<String, Object> line = new LinkedHashMap<>();
        Object[] values = {tile.title(), tile.kind().name(), tile.target(), tile.filter(), tile.dateField(), tile.period(),
            (tile.compare() == null ? Comparison.NONE : tile.compare()).name(), tile.measure(), tile.groupBy(), tile.columnsBy(),
            tile.columns(), tile.sort(), tile.limit(), tile.width(), tile.height()};
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                line.put(TILE.get(i), values[i] instanceof Integer number ? Long.valueOf(number) : values[i]);
            }
        }
        return line;
    }

    /** Whether the caller sees a dashboard of this code. */
    boolean sees(String code) {
        try {
            get(code);
            return true;
        } catch (Problem gone) {
            if (gone.kind() == ProblemKind.NOT_FOUND) {
                return false;
            }
            throw gone;
        }
    }
}
