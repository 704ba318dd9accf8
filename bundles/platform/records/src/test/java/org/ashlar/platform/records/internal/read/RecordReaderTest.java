package org.ashlar.platform.records.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records.Query;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static Shop shop;

    @BeforeAll
    static void stock() {
        shop = new Shop("reader");
        shop.customer(1, Shop.COMPANY, "Müller & Söhne", null);
        shop.customer(2, Shop.COMPANY, "Subsidiary 100%", 1L);
        shop.customer(3, Shop.OTHER_COMPANY, "Foreign", null);
        shop.order(10, Shop.COMPANY, "A-1", "2026-01-05", 1, "DRAFT", "10.50");
        shop.order(11, Shop.COMPANY, "A-2", "2026-02-05", 2, "CONFIRMED", "20.00");
        shop.order(12, Shop.COMPANY, "B-1", "2026-02-06", 2, "CONFIRMED", "null");
        shop.order(13, Shop.OTHER_COMPANY, "A-1", "2026-01-05", 3, "DRAFT", "99.00");
        shop.line(100, 10, 2, "second");
        shop.line(101, 10, 1, "first");
        shop.line(102, 11, 1, "only");
    }

    @BeforeEach
    void rights() {
        shop.denied.clear();
        shop.company = Shop.COMPANY;
    }

    private static EntityModel orders() {
        return shop.catalog.snapshot().model("shop.order");
    }

    private record Page(long total, List<Map<String, Object>> rows) {
        List<Object> numbers() {
            return rows.stream().map(r -> r.get("number")).toList();
        }
    }

    @Test
    void whoPagesByIdFollowsTheKeyWhereItHasAName() {
        assertThat(shop.database.primaryKey("shop_order")).contains("PK_SHOP_ORDER");
        assertThat(shop.database.primaryKey("shop_customer")).as("named by the database").isEmpty();
        assertThat(find("id=gt=10", null, "id", "number,customer.name", 0, 1).numbers()).containsExactly("A-2");
        assertThat(find("id=gt=11", null, "id", "number,customer.name", 0, 1).numbers()).containsExactly("B-1");
        assertThat(find("id=gt=12", null, "id", "number,customer.name", 0, 1).numbers()).as("of this company").isEmpty();
        assertThat(find("(state==CONFIRMED);id=gt=10", null, "id", "number", 0, 9).numbers()).containsExactly("A-2", "B-1");
    }

    @Test
    void onlyPagesBehindAnIdAreToldTheKey() {
        String told = "shop_order as t0 --DERBY-PROPERTIES constraint=PK_SHOP_ORDER\n";
        assertThat(sql("id=gt=10", "id")).contains(told);
        assertThat(sql("(state==DRAFT,state==CONFIRMED);id=gt=10", "id")).contains(told);
        assertThat(sql("number==A-1", "id")).doesNotContain("PROPERTIES");
        assertThat(sql("id=gt=10,number==A-1", "id")).doesNotContain("PROPERTIES");
        assertThat(sql("id=gt=10", "number")).doesNotContain("PROPERTIES");
        assertThat(sql(null, "id")).doesNotContain("PROPERTIES");
    }

    private static String sql(String filter, String sort) {
        return new Planner(shop.reader.sight(), orders(), shop.database).page(List.of("number", "customer.name"), sort,
                FilterParser.parse(filter), new Planner.Search(0, 0), false).sql();
    }

    private static Page find(String filter, String q, String sort, String fields) {
        return find(filter, q, sort, fields, 0, 80);
    }

    private static Page find(String filter, String q, String sort, String fields, long offset, int limit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long[] total = {0};
        shop.reader.page(orders(), new Query(filter, q, sort, RecordReader.split(fields), offset, limit, true),
                new PageSink() {
                    @Override
                    public void begin(long all) {
                        total[0] = all;
                    }

                    @Override
                    public void row(Item item) {
                        rows.add(item.map());
                    }

                    @Override
                    public void end() {
                        // Collected already.
                    }
                });
        return new Page(total[0], rows);
    }

    @Test
    void oneRecordWithLabelsAndLinesInOrder() {
        Map<String, Object> order = shop.reader.one(orders(), 10, null).map();
        assertThat(order).containsEntry("number", "A-1").containsEntry("date", LocalDate.of(2026, 1, 5))
                .containsEntry("total", new BigDecimal("10.50")).doesNotContainKey("secret");
        assertThat(order.get("customer")).isEqualTo(Map.of("id", 1L, "label", "Müller & Söhne"));
        assertThat((List<?>) order.get("lines")).extracting(l -> (Object) ((Map<?, ?>) l).get("text"))
                .containsExactly("first", "second");
    }

    @Test
    void aReferenceToAnAbsentModuleHasNoLabel() {
        Map<String, Object> order = shop.reader.one(orders(), 10, "thing").map();
        assertThat(((Map<?, ?>) order.get("thing")).get("id")).isEqualTo(5L);
        assertThat(((Map<?, ?>) order.get("thing")).get("label")).isNull();
    }

    @Test
    void anotherCompanysRecordIsNotThere() {
        assertThat(shop.reader.one(orders(), 13, null)).isNull();
        shop.company = Shop.OTHER_COMPANY;
        assertThat(shop.reader.one(orders(), 13, null)).isNotNull();
    }

    @Test
    void fieldsReachAcrossReferences() {
        Page page = find("number==A-2", null, null, "number,customer.name,customer.parent.name");
        assertThat(page.rows()).containsExactly(Map.of("id", 11L, "number", "A-2", "customer",
                Map.of("id", 2L, "name", "Subsidiary 100%", "parent", Map.of("id", 1L, "name", "Müller & Söhne"))));
    }

    @Test
    void aPageBringsItsLinesWithOneStatement() {
        Page page = find(null, null, "number", "number,lines.text");
        assertThat(page.rows()).extracting(r -> ((List<?>) r.get("lines")).size()).containsExactly(2, 1, 0);
    }

    @Test
    void filters() {
        assertThat(find("total=gt=10.4;total=le=20", null, "number", null).numbers()).containsExactly("A-1", "A-2");
        assertThat(find("state==DRAFT,number==B*", null, "number", null).numbers()).containsExactly("A-1", "B-1");
        assertThat(find("number=in=(A-1,B-1,X)", null, "-number", null).numbers()).containsExactly("B-1", "A-1");
        assertThat(find("number=out=(A-1,B-1)", null, null, null).numbers()).containsExactly("A-2");
        assertThat(find("total=null=true", null, null, null).numbers()).containsExactly("B-1");
        assertThat(find("date=ge=2026-02-05", null, "number", null).numbers()).containsExactly("A-2", "B-1");
        assertThat(find("customer.name==*SÖHNE", null, null, null).numbers()).containsExactly("A-1");
        assertThat(find("customer.parent.name==müller*", null, "number", null).numbers()).containsExactly("A-2", "B-1");
        assertThat(find("total!=10.5", null, "number", null).numbers()).containsExactly("A-2", "B-1");
        assertThat(find("customer.name==*100%", null, "number", null).numbers()).containsExactly("A-2", "B-1");
    }

    @Test
    void searchNeedsEveryWord() {
        assertThat(find(null, "a- SUBSID", null, null).numbers()).containsExactly("A-2");
        assertThat(find(null, "0%", "number", null).total()).isEqualTo(2);
        assertThat(find(null, "%%", null, null).rows()).isEmpty();
    }

    @Test
    void pagesAndTotals() {
        Page page = find(null, null, "-number", "number", 1, 1);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.numbers()).containsExactly("A-2");
    }

    @Test
    void mistakesNameTheFieldAndTheKnownOnes() {
        assertThatThrownBy(() -> find("foo==1", null, null, null)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(ProblemKind.BAD_REQUEST);
            assertThat(p.code()).isEqualTo("platform.filter.unknownField");
            assertThat(p.args()).first().isEqualTo("foo");
            assertThat(p.args().get(1).toString()).contains("number").doesNotContain("secret");
        });
        assertCode("platform.filter.unknownField", () -> find("secret==hush", null, null, null));
        assertCode("platform.sort.unknownField", () -> find(null, null, "secret", null));
        assertCode("platform.fields.unknownField", () -> find(null, null, null, "customer.parent.parent.parent.name"));
        assertCode("platform.value.enum", () -> find("state==LOST", null, null, null));
        assertCode("platform.value.date", () -> find("date=gt=yesterday", null, null, null));
        assertCode("platform.value.decimal", () -> find("total=gt=much", null, null, null));
        assertCode("platform.filter.syntax", () -> find("(number==A", null, null, null));
        assertCode("platform.filter.noWildcard", () -> find("total==1*", null, null, null));
        assertCode("platform.limit.range", () -> find(null, null, null, null, 0, 1_001));
    }

    private static void assertCode(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @Test
    void fieldsBehindAReferenceNeedTheRightToReadThemAndLabelsDoNot() {
        shop.denied.add("shop.customer.read");
        assertThat(find("number==A-1", null, null, "customer").rows()).hasSize(1);
        assertCode("platform.access.denied", () -> find(null, null, null, "customer.name"));
        assertCode("platform.access.denied", () -> find("customer.name==M*", null, null, "number"));
        shop.denied.add("shop.order.read");
        assertCode("platform.access.denied", () -> shop.reader.one(orders(), 10, null));
    }

    @Test
    void aLabelOfAnotherCompanysRecordStaysUnknown() {
        shop.order(14, Shop.COMPANY, "C-1", "2026-03-01", 3, "DRAFT", "1.00");
        try {
            Map<String, Object> order = shop.reader.one(orders(), 14, "customer").map();
            assertThat(((Map<?, ?>) order.get("customer")).get("label")).isNull();
        } finally {
            shop.sql("delete from shop_order where id = 14");
        }
    }
}
