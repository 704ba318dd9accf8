package org.ashlar.platform.studio.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ashlar.platform.meta.DefinedFields;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.catalog.Definition.Label;
import org.ashlar.platform.studio.internal.catalog.Definition.Model;
import org.ashlar.platform.studio.internal.catalog.Definition.Option;
import org.ashlar.platform.studio.internal.model.FieldKind;
import org.junit.jupiter.api.Test;

class InfoBuilderTest {

    private static final Label LABEL = new Label("Label", "标签");

    private static Field field(String model, String name, FieldKind kind, String standard) {
        String code = name.startsWith("x_") ? name.substring(2) : name;
        return new Field(1, model, code, name, kind, LABEL, LABEL, 40, 2, null, "masters.party", true, true, true, standard,
                null, null, true, 1, true, kind == FieldKind.CHOICE ? List.of(option("A"), option("B")) : List.of());
    }

    private static Option option(String code) {
        return new Option(code, LABEL, "GREY", code.equals("B"), List.of(), "");
    }

    private static Model model(String code, String parent, String pattern) {
        return new Model(1, code, code + "s", LABEL, null, "nonsense", "-gone,name", List.of("name"), true, pattern, parent,
                parent == null ? null : "parts", true, true, parent == null ? List.of(option("A"), option("B")) : List.of(),
                parent == null ? List.of(new Option("go", LABEL, "", false, List.of("A"), "B")) : List.of());
    }

    @Test
    void moneyBringsItsCurrency() {
        DefinedFields made = InfoBuilder.fields(List.of(field("masters.party", "x_deposit", FieldKind.MONEY, null))).get(0);
        assertThat(made.table()).isEqualTo("customx_masters_party");
        assertThat(made.fields()).extracting(FieldInfo::name).containsExactly("x_deposit", "x_depositCurrency");
        assertThat(made.fields().get(0).currencyField()).isEqualTo("x_depositCurrency");
        assertThat(made.fields().get(0).required()).isTrue();
        assertThat(made.search()).isEmpty();
    }

    @Test
    void aDefaultMakesARequiredFieldOptionalForCallers() {
        DefinedFields made = InfoBuilder.fields(List.of(field("masters.party", "x_size", FieldKind.CHOICE, "A"))).get(0);
        assertThat(made.fields().get(0).required()).isFalse();
        assertThat(made.defaults()).containsEntry("x_size", "A");
        assertThat(made.fields().get(0).options()).containsExactly("A", "B");
    }

    @Test
    void aModelHasWhatTheEngineNeeds() {
        DefinedModel made = InfoBuilder.model(model("tool", null, "T-{seq:4}"),
                List.of(field("custom.tool", "serial", FieldKind.TEXT, null)), List.of(model("toolPart", "tool", null)));
        assertThat(made.info().fields()).extracting(FieldInfo::name).containsExactly("id", "number", "name", "state", "serial",
                "parts", "version", "companyId", "createdAt", "createdBy", "changedAt", "changedBy");
        assertThat(made.info().label()).as("an unknown label field is no reason to fail").isEqualTo("number");
        assertThat(made.info().sort()).isEqualTo("name");
        assertThat(made.info().search()).containsExactly("number", "name", "serial");
        assertThat(made.initialState()).isEqualTo("A");
        assertThat(made.lockedStates()).containsExactly("B");
        assertThat(made.transitions()).containsEntry("go", "B");
        assertThat(made.info().actions().get(0).permission()).isEqualTo("custom.tool.go");
        assertThat(made.unique()).containsExactly("serial");
    }

    @Test
    void linesBelongToTheirOwner() {
        DefinedModel made = InfoBuilder.model(model("toolPart", "tool", null), List.of(), List.of());
        assertThat(made.info().collection()).isEmpty();
        assertThat(made.info().parentModel()).isEqualTo("custom.tool");
        assertThat(made.info().parentColumn()).isEqualTo("owner_id");
        assertThat(made.info().fields()).extracting(FieldInfo::type).contains(FieldType.INTEGER).doesNotContain(FieldType.LINES);
    }
}
