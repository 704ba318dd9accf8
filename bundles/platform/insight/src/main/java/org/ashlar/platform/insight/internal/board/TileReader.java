package org.ashlar.platform.insight.internal.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Groups;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Computes tiles as the caller: everything is asked from the records engine, so permissions, record rules, field rights and
 * company hold for each. Thread-safe.
 */
@Component(service = TileReader.class)
public final class TileReader {

    private static final int MAX_LIMIT = 100;
    private static final int LIST_LIMIT = 10;
    private static final int MAX_TILES = 60;

    private final Groups groups;
    private final Records records;
    private final Fields fields;
    private final Access access;
    private final Companies companies;

    /** By injection. */
    @Activate
    public TileReader(@Reference Groups groups, @Reference Records records, @Reference Fields fields,
            @Reference Access access, @Reference Companies companies) {
        this.groups = groups;
        this.records = records;
        this.fields = fields;
        this.access = access;
        this.companies = companies;
    }

    /** What every tile shows, in order; one that cannot be shown says why. */
    public List<Map<String, Object>> read(List<Tile> tiles, String period) {
        if (tiles.size() > MAX_TILES) {
            throw Scene.bad("tiles", "platform.insight.tiles", MAX_TILES);
        }
        Asked asked = new Asked(groups);
        List<Object> plans = new ArrayList<>();
        for (Tile tile : tiles) {
            try {
                TilePlan plan = plan(tile, period);
                plan.announce(asked);
                plans.add(plan);
            } catch (Problem refused) {
                plans.add(refused);
            }
        }
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            answers.add(answer(tiles.get(i), plans.get(i), asked));
        }
        return answers;
    }

    private Map<String, Object> answer(Tile tile, Object plan, Asked asked) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("key", tile.key());
        head.put("kind", tile.kind());
        try {
            if (plan instanceof Problem refused) {
                throw refused;
            }
            Map<String, Object> content = new LinkedHashMap<>();
            ((TilePlan) plan).read(asked, content);
            head.put("drill", drill(tile, ((TilePlan) plan).filter()));
            head.putAll(content);
        } catch (Problem refused) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("status", refused.kind().status());
            problem.put("code", refused.code());
            problem.put("message", fields.text(refused));
            head.put("problem", problem);
        }
        return head;
    }

    private Map<String, Object> drill(Tile tile, String filter) {
        ModelInfo model = fields.model(tile.target());
        Map<String, Object> drill = new LinkedHashMap<>();
        drill.put("model", model.id());
        drill.put("module", model.module());
        drill.put("collection", model.collection());
        drill.put("filter", filter);
        return drill;
    }

    /** Computes a tile only to see whether it can be: throws what is wrong with it. */
    public void check(Tile tile) {
        Asked asked = new Asked(groups);
        TilePlan plan = plan(tile, null);
        plan.announce(asked);
        plan.read(asked, new LinkedHashMap<>());
    }

    private TilePlan plan(Tile tile, String period) {
        Caller caller = access.caller();
        LocalDate today = access.today();
        if (caller.companyId() == 0) {
            throw Problem.of(ProblemKind.DENIED, "platform.company.none");
        }
        Scene scene = Scene.of(tile, period, fields, caller, today, companies.get(caller.companyId()).currency());
        access.require(readPermission(scene.model()));
        Integer limit = tile.limit() == null ? null : Math.max(1, Math.min(MAX_LIMIT, tile.limit()));
        return switch (tile.kind()) {
            case FIGURE -> new FigurePlan(scene);
            case LIST -> new ListPlan(scene, records, limit == null ? LIST_LIMIT : limit);
            default -> new GroupPlan(scene, limit);
        };
    }

    /** Lines are read with the right to their owner. */
    static String readPermission(ModelInfo model) {
        return (model.parentModel() == null ? model.id() : model.parentModel()) + ".read";
    }
}
