package org.ashlar.platform.transfer.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class MappingPlanTest {

    private static FieldInfo field(String name, FieldType type, String target) {
        return new FieldInfo(name, "t", name, type, target, List.of(), false, false, false, false, true, 64, 0, 0, "", "",
                "", false, null);
    }

    private static ModelInfo model(String id, String parent, FieldInfo... fields) {
        return new ModelInfo(id, "m", "c", "t", Object.class, true, "code", List.of(), "id", List.of("code"), true, true,
                true, parent, parent == null ? null : parent + "_id", parent == null ? null : "m.head", List.of(fields),
                List.of());
    }

    private static final ModelInfo HEAD = model("m.head", null, field("code", FieldType.TEXT, null),
            field("lines", FieldType.LINES, "m.line"));
    private static final ModelInfo LINE = model("m.line", "head", field("text", FieldType.TEXT, null));

    private static final Catalog CATALOG = new Catalog() {
        @Override
        public List<ModelInfo> list() {
            return List.of(HEAD, LINE);
        }

        @Override
        public Optional<ModelInfo> find(String id) {
            return list().stream().filter(m -> m.id().equals(id)).findFirst();
        }

        @Override
        public Optional<ModelInfo> find(String module, String collection) {
            return Optional.empty();
        }

        @Override
        public long generation() {
            return 1;
        }
    };

    private static MappingPlan plan(ImportMapping mapping, String... header) {
        return MappingPlan.of(mapping, List.of(header), CATALOG, ZoneOffset.UTC);
    }

    private static ImportMapping mapping(String model, Map<String, ColumnRule> columns) {
        return new ImportMapping(model, null, null, null, null, null, columns, null);
    }

    @Test
    void columnsNamedLikeFieldsMapThemselves() {
        assertThat(plan(mapping("m.head", null), "code", "other").targets()).extracting(FieldTarget::name)
                .containsExactly("code");
    }

    @Test
    void nestedLinesAndOwnersAreTargets() {
        assertThat(plan(mapping("m.head", Map.of("lines[1].text", ColumnRule.of("T"))), "T").targets().get(0).path())
                .isEqualTo(new FieldPath("lines", 1, "text"));
        FieldTarget owner = plan(mapping("m.line", Map.of("head", ColumnRule.of("H"))), "H").targets().get(0);
        assertThat(owner.needsLookup()).isTrue();
        assertThat(owner.field().target()).isEqualTo("m.head");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        ImportMapping wrong = new ImportMapping("m.head", "aw", List.of(), "merge", "klingon", ";;",
                Map.of("nope", ColumnRule.of("code"), "code", ColumnRule.of("missing")), null);
        assertThatThrownBy(() -> plan(wrong, "code")).isInstanceOfSatisfying(Problem.class,
                e -> assertThat(e.errors()).extracting(FieldError::code).containsExactlyInAnyOrder(
                        "transfer.mapping.mode", "transfer.mapping.delimiter", "transfer.mapping.encoding",
                        "transfer.mapping.keyAndSource", "transfer.mapping.field", "transfer.mapping.column"));
    }

    @Test
    void unknownModelAndEmptyMappingAreRefused() {
        assertThatThrownBy(() -> plan(mapping("m.other", null), "code")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> plan(mapping("m.head", null), "x")).isInstanceOf(Problem.class);
    }
}
