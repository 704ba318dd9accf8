package org.ashlar.platform.insight.internal.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.insight.internal.domain.Rsql;
import org.ashlar.platform.insight.internal.model.TileKind;

/** Charts and pivots: measures by groups, with the list behind each group. */
final class GroupPlan implements TilePlan {

    private final Scene scene;
    private final List<Key> rowKeys;
    private final List<Key> keys;
    private final String currencyField;
    private final Asked.Key asks;
    private final int limit;
    private String shown;

    GroupPlan(Scene scene, Integer limit) {
        this.scene = scene;
        this.rowKeys = keys(scene, scene.tile().groupBy());
        this.keys = new ArrayList<>(rowKeys);
        if (scene.tile().kind() == TileKind.PIVOT) {
            keys.addAll(keys(scene, scene.tile().columnsBy()));
        }
        if (keys.isEmpty()) {
            throw Scene.bad("groupBy", "platform.value.required", "groupBy");
        }
        this.currencyField = scene.currencyField();
        List<String> by = new ArrayList<>(keys.stream().map(Key::name).toList());
        if (currencyField != null && !by.contains(currencyField)) {
            by.add(currencyField);
        }
        this.asks = new Asked.Key(scene.model().id(), String.join(",", by), scene.filter());
        this.limit = limit != null ? limit : scene.tile().kind() == TileKind.PIVOT || keys.get(0).time() ? 100 : 10;
    }

    private static List<Key> keys(Scene scene, String by) {
        return Tile.names(by).stream().map(n -> Key.of(scene, n)).toList();
    }

    @Override
    public void announce(Asked asked) {
        asked.want(asks, scene.asked());
    }

    @Override
    public void read(Asked asked, Map<String, Object> answer) {
        Money money = Money.of(asked.rows(asks, scene.asked()), currencyField, scene.currency());
        shown = money.others() > 0 ? money.currency() : null;
        Map<Object, List<Map<String, Object>>> categories = new LinkedHashMap<>();
        money.rows().forEach(r -> categories.computeIfAbsent(keys.get(0).plain(r), k -> new ArrayList<>()).add(r));
        List<List<Map<String, Object>>> ordered = ordered(new ArrayList<>(categories.values()));
        boolean latest = keys.get(0).time();
        int from = latest ? Math.max(0, ordered.size() - limit) : 0;
        List<List<Map<String, Object>>> kept = ordered.subList(from, Math.min(ordered.size(), from + limit));
        List<List<Map<String, Object>>> left = new ArrayList<>(ordered.subList(0, from));
        left.addAll(ordered.subList(from + kept.size(), ordered.size()));
        if (scene.tile().kind() == TileKind.PIVOT) {
            answer.put("rowGroups", rowKeys.size());
        }
        answer.put("groups", keys.stream().map(Key::view).toList());
        answer.put("measures", scene.measures().stream().map(m -> measure(m, money.currency())).toList());
        answer.put("rows", kept.stream().flatMap(List::stream).map(this::row).toList());
        if (!left.isEmpty()) {
            answer.put("rest", rest(left));
        }
        if (money.others() > 0) {
            answer.put("otherCurrencies", money.others());
        }
    }

    /** Time and pivots as they come, others by the first measure, unless the tile says {@code key} or {@code -key}. */
    private List<List<Map<String, Object>>> ordered(List<List<Map<String, Object>>> categories) {
        String sort = scene.tile().sort();
        boolean byKey = sort != null && (sort.equals("key") || sort.equals("-key"));
        if (byKey && keys.get(0).options() != null) {
            categories.sort((a, b) -> Integer.compare(keys.get(0).options().indexOf(String.valueOf(keys.get(0).plain(a.get(0)))),
                    keys.get(0).options().indexOf(String.valueOf(keys.get(0).plain(b.get(0))))));
        } else if (!byKey && !keys.get(0).time() && scene.tile().kind() != TileKind.PIVOT) {
            Map<List<?>, BigDecimal> weights = new HashMap<>();
            categories.forEach(c -> weights.put(c, c.stream().map(r -> Numbers.weight(r.get(scene.measures().get(0))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
            categories.sort((a, b) -> weights.get(b).compareTo(weights.get(a)));
        }
        if ("-key".equals(sort)) {
            Collections.reverse(categories);
        }
        return categories;
    }

    private Map<String, Object> measure(String name, String currency) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", name);
        view.put("title", scene.title(name));
        view.put("type", scene.type(name));
        view.put("currency", scene.type(name).equals("money") ? currency : null);
        return view;
    }

    private Map<String, Object> row(Map<String, Object> row) {
        String filter = filter();
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Key key : keys) {
            cells.add(key.cell(row));
            filter = Rsql.and(filter, key.filter(row));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("keys", cells);
        view.put("values", scene.measures().stream().map(m -> Numbers.plain(row.get(m))).toList());
        view.put("filter", filter);
        return view;
    }

    private Map<String, Object> rest(List<List<Map<String, Object>>> left) {
        List<Object> values = new ArrayList<>();
        for (String measure : scene.measures()) {
            values.add(!Scene.additive(measure) ? null : Numbers.plain(left.stream().flatMap(List::stream)
                    .map(r -> Numbers.weight(r.get(measure))).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("groups", left.size());
        view.put("values", values);
        return view;
    }

    @Override
    public String filter() {
        return shown == null ? asks.filter() : Rsql.and(asks.filter(), Rsql.plain(currencyField, shown));
    }
}
