package org.ashlar.platform.records.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.junit.jupiter.api.Test;

class DerivedViewsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static FieldInfo field(String name, FieldType type, boolean required, boolean readonly, String aggregate,
            String... options) {
        boolean state = type == FieldType.ENUM;
        return new FieldInfo(name, "t", name, type, type == FieldType.REF ? "x.party" : null, List.of(options), required,
                readonly, false, name.equals("secret"), true, 64, 0, 0, "", "", aggregate, state, null);
    }

    private static final ModelInfo ORDER = new ModelInfo("x.order", "x", "orders", "t", Object.class, true, "number",
            List.of(), "-id", List.of("number"), true, true, true, null, null, null,
            List.of(field("id", FieldType.INTEGER, false, true, ""), field("number", FieldType.TEXT, false, true, ""),
                    field("party", FieldType.REF, true, false, ""), field("date", FieldType.DATE, false, false, ""),
                    field("secret", FieldType.TEXT, false, false, ""), field("net", FieldType.DECIMAL, false, true, "sum"),
                    field("total", FieldType.DECIMAL, false, true, "sum"),
                    field("state", FieldType.ENUM, false, true, "", "DRAFT", "CONFIRMED", "CANCELLED"),
                    field("version", FieldType.INTEGER, false, true, "")),
            List.of(new ActionInfo("cancel", "x.order.cancel", List.of("DRAFT"), false, null, false),
                    new ActionInfo("confirm", "x.order.confirm", List.of("DRAFT"), false, null, false)));

    private final JsonNode views = new DerivedViews(ORDER, id -> Optional.empty()).all();

    @Test
    void aListHasWhatTellsRecordsApartAndEndsWithTheTotal() {
        assertThat(texts(views.path("list").path("columns"))).startsWith("number", "party", "state").endsWith("total")
                .doesNotContain("id", "version", "secret");
        assertThat(texts(views.path("list").path("sums"))).containsExactly("total");
        assertThat(views.path("list").path("phone").path("title").asText()).isEqualTo("party");
    }

    @Test
    void theNextStepLeadsForward() {
        assertThat(views.path("form").path("next").path("DRAFT").asText()).isEqualTo("confirm");
        assertThat(texts(views.path("form").path("steps"))).containsExactly("DRAFT", "CONFIRMED");
    }

    @Test
    void statesMakeABoardAndDatesACalendar() {
        assertThat(views.path("kanban").path("by").asText()).isEqualTo("state");
        assertThat(views.path("kanban").path("sum").asText()).isEqualTo("total");
        assertThat(views.path("calendar").path("date").asText()).isEqualTo("date");
        assertThat(texts(views.path("pivot").path("measures"))).containsExactly("sum(total)");
    }

    @Test
    void graphsFollowTheAnalysisAndOtherViewsNeedWhatTheyShow() {
        assertThat(views.path("graph").path("by").asText()).isEqualTo("date:month");
        assertThat(views.has("gantt")).isFalse();
        assertThat(views.has("tree")).isFalse();
    }

    @Test
    void datesThatBelongTogetherMakeBarsAndParentsATree() {
        ModelInfo place = new ModelInfo("x.place", "x", "places", "t", Object.class, true, "name", List.of(), "name", List.of("code"),
                true, true, true, null, null, null,
                List.of(field("name", FieldType.TEXT, true, false, ""), field("code", FieldType.TEXT, true, false, ""),
                        new FieldInfo("parent", "t", "parent", FieldType.REF, "x.place", List.of(), false, false, false, false, true,
                                0, 0, 0, "", "", "", false, null),
                        field("startDate", FieldType.DATE, false, false, ""), field("closeDate", FieldType.DATE, false, false, "")),
                List.of());
        JsonNode made = new DerivedViews(place, id -> Optional.empty()).all();
        assertThat(made.path("gantt").path("start").asText()).isEqualTo("startDate");
        assertThat(made.path("gantt").path("end").asText()).isEqualTo("closeDate");
        assertThat(made.path("tree").path("parent").asText()).isEqualTo("parent");
        assertThat(texts(made.path("tree").path("columns"))).contains("code").doesNotContain("parent", "name");
    }

    @Test
    void aFileReplacesWhatItNamesAndKeepsTheRest() throws Exception {
        ObjectNode base = (ObjectNode) JSON.readTree("{\"list\":{\"columns\":[\"a\"],\"sums\":[\"s\"]},\"kanban\":{\"by\":\"state\"}}");
        ViewFiles.merge(base, (ObjectNode) JSON.readTree("{\"list\":{\"columns\":[\"b\",\"c\"]},\"kanban\":null}"));
        assertThat(base.toString()).isEqualTo("{\"list\":{\"columns\":[\"b\",\"c\"],\"sums\":[\"s\"]},\"kanban\":null}");
    }

    /** A body as actions have them. */
    record Body(List<Line> lines, LocalDate date, Boolean all) {
        record Line(Long lineId, BigDecimal quantity) {
        }
    }

    @Test
    void anActionsBodyBecomesAForm() {
        JsonNode form = ActionForms.of(Body.class, name -> name.toUpperCase(java.util.Locale.ROOT));
        assertThat(form.findValuesAsText("type")).containsExactly("lines", "integer", "decimal", "date", "boolean");
        assertThat(form.get(1).path("label").asText()).isEqualTo("DATE");
    }

    private static List<String> texts(JsonNode array) {
        return JSON.convertValue(array, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
