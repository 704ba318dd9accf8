package org.ashlar.platform.records.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.DefinedFields;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.record.FieldValues;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.Test;

class DefinedModelsTest {

    private final Shop shop = new Shop("defined" + System.nanoTime());

    private static FieldInfo field(String name, String table, String column, FieldType type, String target, String extension) {
        return new FieldInfo(name, table, column, type, target, type == FieldType.ENUM ? List.of("A", "B") : List.of(), false,
                false, false, false, true, 40, 19, 2, "", "", "", name.equals("state"), extension);
    }

    private static DefinedFields grade(String model) {
        return new DefinedFields(model, "customx_shop_customer", List.of(field("x_grade", "customx_shop_customer", "x_grade",
                FieldType.ENUM, null, DefinedFields.EXTENSION)), List.of(), Map.of("x_grade", "B"), List.of());
    }

    private static DefinedModel tool() {
        String table = "custom_tool";
        List<FieldInfo> fields = new ArrayList<>();
        fields.add(field("id", table, "id", FieldType.INTEGER, null, null));
        fields.add(field("name", table, "name", FieldType.TEXT, null, null));
        fields.add(field("price", table, "x_price", FieldType.DECIMAL, null, null));
        fields.add(field("owner", table, "x_owner", FieldType.REF, "shop.customer", null));
        fields.add(field("version", table, "version", FieldType.INTEGER, null, null));
        fields.add(field("companyId", table, "company_id", FieldType.INTEGER, null, null));
        ModelInfo info = new ModelInfo("custom.tool", "custom", "tools", table, null, true, "name", List.of("name"), "name",
                List.of(), true, true, true, null, null, null, fields, List.<ActionInfo>of());
        return new DefinedModel(info, null, null, null, List.of(), Map.of(), Map.of(), List.of());
    }

    @Test
    void fieldsOfAModelThatIsAwayRest() {
        shop.catalog.define(List.of(), List.of(grade("shop.nothing"), grade("shop.customer")));
        assertThat(shop.catalog.find("shop.nothing")).isEmpty();
        assertThat(shop.catalog.snapshot().model("shop.customer").field("x_grade").extension()).isEqualTo("custom");
        shop.catalog.define(List.of(), List.of());
        assertThat(shop.catalog.snapshot().model("shop.customer").field("x_grade")).isNull();
    }

    @Test
    void fieldsAreReadFilteredAndJoinedOnlyWhenAsked() {
        shop.sql("create table customx_shop_customer (id bigint not null primary key, company_id bigint not null,"
                + " x_grade varchar(40))");
        shop.customer(1, Shop.COMPANY, "Ann", null);
        shop.customer(2, Shop.COMPANY, "Bob", 1L);
        shop.sql("insert into customx_shop_customer values (1, 7, 'A')");
        shop.catalog.define(List.of(), List.of(grade("shop.customer")));
        EntityModel customers = shop.catalog.snapshot().model("shop.customer");
        assertThat(shop.reader.one(customers, 1, "x_grade").map()).isEqualTo(Map.of("id", 1L, "x_grade", "A"));
        assertThat(shop.reader.one(customers, 2, "parent.x_grade").map().get("parent").toString()).contains("x_grade=A");
        assertThat(shop.reader.one(customers, 1, "name").map()).isEqualTo(Map.of("id", 1L, "name", "Ann"));
    }

    @Test
    void aDefinedModelIsAModelLikeAnyOther() {
        shop.sql("create table custom_tool (id bigint not null primary key, version int not null, company_id bigint not null,"
                + " name varchar(40), x_price decimal(19,2), x_owner bigint)");
        shop.customer(1, Shop.COMPANY, "Ann", null);
        shop.sql("insert into custom_tool values (9, 0, 7, 'Saw', 12.50, 1), (10, 0, 8, 'Other company', 1, null)");
        shop.catalog.define(List.of(tool()), List.of());
        EntityModel tools = shop.catalog.snapshot().model("custom", "tools");
        assertThat(shop.reader.one(tools, 9, "price,owner.name").map()).containsEntry("price", new BigDecimal("12.50"));
        assertThat(shop.reader.one(tools, 10, "name")).as("of another company").isNull();
        BaseEntity row = tools.create();
        tools.attribute("name").set(row, "Axe");
        assertThat(((FieldValues) row).value("name")).isEqualTo("Axe");
        assertThat(shop.catalog.snapshot().of(row)).isSameAs(tools);
    }

    @Test
    void linesAreReadWhenSomebodyAsks() {
        DefinedRow row = new DefinedRow("custom.tool");
        List<String> asked = new ArrayList<>();
        row.later("lines", () -> {
            asked.add("now");
            return List.of();
        });
        assertThat(row.loaded("lines")).isFalse();
        assertThat(row.value("lines")).isEqualTo(List.of());
        assertThat(row.value("lines")).isEqualTo(List.of());
        assertThat(asked).hasSize(1);
        assertThat(row.loaded("lines")).isTrue();
    }
}
