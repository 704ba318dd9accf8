package org.ashlar.platform.insight.internal.board;

import java.util.Arrays;
import java.util.List;
import org.ashlar.platform.insight.internal.model.Comparison;
import org.ashlar.platform.insight.internal.model.TileKind;
import org.ashlar.platform.insight.internal.model.DashboardTileEntity;

/**
 * One tile as saved, shipped or tried out; the README says what each part means.
 *
 * @param key stands in the answer
 */
public record Tile(String key, String title, TileKind kind, String target, String filter, String dateField, String period,
        Comparison compare, String measure, String groupBy, String columnsBy, String columns, String sort, Integer limit,
        Integer width, Integer height) {

    /** What a record holds. */
    public static Tile of(DashboardTileEntity tile) {
        return new Tile(String.valueOf(tile.getPosition()), tile.getTitle(), tile.getKind(), tile.getTarget(), tile.getFilter(),
                tile.getDateField(), tile.getPeriod(), tile.getCompare(), tile.getMeasure(), tile.getGroupBy(),
                tile.getColumnsBy(), tile.getColumns(), tile.getSort(), tile.getLimit(), tile.getWidth(), tile.getHeight());
    }

    /** With another key and title. */
    Tile named(String name, String text) {
        return new Tile(name, text, kind, target, filter, dateField, period, compare, measure, groupBy, columnsBy, columns, sort,
                limit, width == null ? Integer.valueOf(3) : width, height == null ? Integer.valueOf(1) : height);
    }

    /** With another key. */
    public Tile keyed(String name) {
        return named(name, title);
    }

    /** Names in a list with commas. */
    static List<String> names(String list) {
        return list == null || list.isBlank() ? List.of()
                : Arrays.stream(list.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }
}
