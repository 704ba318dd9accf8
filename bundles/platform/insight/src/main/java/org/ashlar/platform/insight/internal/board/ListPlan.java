package org.ashlar.platform.insight.internal.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.record.Records;

/** The first records of a list and how many there are. */
final class ListPlan implements TilePlan {

    private static final int OWN_COLUMNS = 4;

    private final Scene scene;
    private final Records records;
    private final int limit;
    private final List<String> columns;
    private final String filter;

    ListPlan(Scene scene, Records records, int limit) {
        this.scene = scene;
        this.records = records;
        this.limit = limit;
        this.columns = columns(scene);
        this.filter = scene.filter();
    }

    private static List<String> columns(Scene scene) {
        List<String> named = Tile.names(scene.tile().columns());
        if (!named.isEmpty()) {
            return named;
        }
        Set<String> own = new LinkedHashSet<>(List.of(scene.model().label()));
        scene.model().fields().stream().filter(f -> f.type() != FieldType.LINES && !f.hidden() && f.extension() == null
                && (f.required() || f.state()) && !f.name().equals("id")).map(FieldInfo::name).limit(OWN_COLUMNS).forEach(own::add);
        return List.copyOf(own);
    }

    @Override
    public void announce(Asked asked) {
        // Rows are asked for one by one.
    }

    @Override
    public void read(Asked asked, Map<String, Object> answer) {
        List<String> fields = new ArrayList<>(columns);
        if (!fields.contains("id")) {
            fields.add(0, "id");
        }
        String sort = scene.tile().sort();
        Records.Page page = records.find(scene.model().id(), new Records.Query(filter, null,
                sort == null || sort.isBlank() ? null : sort, fields, 0, limit, true));
        answer.put("columns", columns.stream().map(c -> Map.of("name", c, "title", scene.fields().title(scene.model(), c),
                "type", scene.fields().type(scene.model(), c))).toList());
        answer.put("records", page.rows());
        answer.put("total", page.total());
    }

    @Override
    public String filter() {
        return filter;
    }
}
