package org.ashlar.platform.insight.internal.mailing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ashlar.platform.insight.internal.board.Fields;

/** Writes what tiles show as rows of one table: tile, group, measure, value, currency. */
record TileRows(Fields fields) {

    void add(List<List<Object>> rows, String title, Map<String, Object> tile) {
        if (tile.containsKey("problem")) {
            return;
        }
        if (tile.containsKey("value")) {
            rows.add(Arrays.asList(title, "", "", Content.number(tile.get("value")), tile.get("currency")));
            if (tile.get("before") != null) {
                rows.add(Arrays.asList("", tile.get("beforeFrom") + " – " + tile.get("beforeTo"), "", Content.number(tile.get("before")),
                        tile.get("currency")));
            }
        } else if (tile.get("records") instanceof List<?> records) {
            rows.add(Arrays.asList(title, "", fields.text("platform.insight.count", "count"), Content.number(tile.get("total")), ""));
            records.forEach(r -> rows.add(Arrays.asList("", record((Map<?, ?>) r, (List<?>) tile.get("columns")), "", null, "")));
        } else if (tile.get("rows") instanceof List<?> groups) {
            List<?> measures = (List<?>) tile.get("measures");
            String name = title;
            for (Object group : groups) {
                for (int m = 0; m < measures.size(); m++) {
                    Map<?, ?> measure = (Map<?, ?>) measures.get(m);
                    rows.add(Arrays.asList(name, keys((List<?>) ((Map<?, ?>) group).get("keys")), measure.get("title"),
                            Content.number(((List<?>) ((Map<?, ?>) group).get("values")).get(m)), measure.get("currency")));
                    name = "";
                }
            }
        }
    }

    private static String keys(List<?> keys) {
        List<String> texts = new ArrayList<>();
        keys.forEach(k -> texts.add(Objects.toString(((Map<?, ?>) k).get("label"), Objects.toString(((Map<?, ?>) k).get("value"), "–"))));
        return String.join(" · ", texts);
    }

    private static String record(Map<?, ?> record, List<?> columns) {
        List<String> texts = new ArrayList<>();
        for (Object column : columns) {
            Object value = record.get(((Map<?, ?>) column).get("name"));
            value = value instanceof Map<?, ?> reference ? reference.get("label") : value;
            if (value != null) {
                texts.add(value.toString());
            }
        }
        return String.join(" · ", texts);
    }
}
