package org.ashlar.platform.records.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sample.Shop;
import org.ashlar.platform.records.internal.sample.TestRights;
import org.ashlar.platform.record.Records.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Record rules and field rights in every part of a read. */
class RestrictedReadsTest {

    private static Shop shop;

    @BeforeAll
    static void stock() {
        shop = new Shop("restricted");
        shop.customer(1, Shop.COMPANY, "Open Ltd", null);
        shop.customer(2, Shop.COMPANY, "Secret Ltd", 1L);
        shop.order(10, Shop.COMPANY, "A-1", "2026-01-05", 1, "DRAFT", "10.50");
        shop.order(11, Shop.COMPANY, "A-2", "2026-02-05", 2, "CONFIRMED", "20.00");
        shop.order(12, Shop.COMPANY, "B-1", "2026-02-06", 2, "DRAFT", "30.00");
        shop.line(100, 10, 1, "first");
        shop.line(101, 11, 1, "hidden line");
    }

    @BeforeEach
    void anew() {
        shop.denied.clear();
        shop.rights = new TestRights();
    }

    private static TestRights rights() {
        return (TestRights) shop.rights;
    }

    private static EntityModel model(String id) {
        return shop.catalog.snapshot().model(id);
    }

    private static List<Map<String, Object>> find(String model, String filter, String q, String sort, String fields) {
        List<Map<String, Object>> rows = new ArrayList<>();
        shop.reader.page(model(model), new Query(filter, q, sort, RecordReader.split(fields), 0, 80, true), new PageSink() {
            @Override
            public void begin(long all) {
                rows.add(new HashMap<>(Map.of("total", all)));
            }

            @Override
            public void row(Item item) {
                rows.add(item.map());
            }

            @Override
            public void end() {
                assertThat(rows.remove(0)).containsEntry("total", (long) rows.size());
            }
        });
        return rows;
    }

    private static List<Object> numbers(String filter, String q) {
        return find("shop.order", filter, q, "number", "number").stream().map(r -> r.get("number")).toList();
    }

    @Test
    void aRuleOfTheRecordItselfBoundsListsSearchesGroupsAndSingleRecords() {
        rights().rows("shop.order", RowRule.filter("state==DRAFT;total=lt={user}")).value("{user}", "15");
        assertThat(numbers(null, null)).containsExactly("A-1");
        assertThat(numbers("number=in=(A-1,A-2,B-1)", null)).containsExactly("A-1");
        assertThat(numbers(null, "a-")).containsExactly("A-1");
        assertThat(shop.reader.one(model("shop.order"), 11, null)).isNull();
        GroupReader groups = new GroupReader(shop.catalog, shop.database, shop.access, shop.reader);
        assertThat(groups.read(model("shop.order"), "state", "count,sum(total)", null, null)).hasSize(1);
    }

    @Test
    void aRuleMayFollowReferencesAndRulesOfARoleWidenEachOther() {
        rights().rows("shop.order", RowRule.filter("customer.parent.name==\"Open Ltd\";state==CONFIRMED"),
                RowRule.filter("number==A-1"));
        assertThat(numbers(null, null)).containsExactly("A-1", "A-2");
    }

    @Test
    void idsFromSqlBoundToo() {
        rights().rows("shop.order", RowRule.ids("select o.id from shop_order o where o.company_id = {company} and o.id > {user}"))
                .value("{user}", "11");
        assertThat(numbers(null, null)).containsExactly("B-1");
    }

    @Test
    void labelsAndFieldsBehindReferencesOfHiddenRecordsStayEmpty() {
        rights().rows("shop.customer", RowRule.filter("name==Open*"));
        List<Map<String, Object>> rows = find("shop.order", null, null, "number", "number,customer,customer.name");
        assertThat(rows.toString()).contains("Open Ltd").doesNotContain("Secret");
        assertThat(numbers("customer.name==Secret*", null)).isEmpty();
        assertThat(numbers(null, "secret")).isEmpty();
        GroupReader groups = new GroupReader(shop.catalog, shop.database, shop.access, shop.reader);
        assertThat(groups.read(model("shop.order"), "customer", "count", null, null).toString()).doesNotContain("Secret");
    }

    @Test
    void withoutThePermissionForTheRecordBehindItThereIsNoLabel() {
        shop.denied.add("shop.customer.read");
        assertThat(find("shop.order", null, null, "number", "number,customer").toString()).doesNotContain("Ltd");
        assertThat(shop.reader.one(model("shop.order"), 10, null).map().toString()).doesNotContain("Ltd");
        assertThatThrownBy(() -> find("shop.order", null, null, "customer", "number")).isInstanceOf(Problem.class);
    }

    @Test
    void aForbiddenFieldIsLikeNone() {
        rights().field("shop.order.total", FieldRight.NONE);
        assertThat(find("shop.order", null, null, null, null).get(0)).doesNotContainKey("total");
        assertThat(shop.reader.one(model("shop.order"), 10, null).map()).doesNotContainKey("total");
        refused(() -> find("shop.order", "total=gt=1", null, null, null));
        refused(() -> find("shop.order", null, null, "total", null));
        refused(() -> find("shop.order", null, null, null, "total"));
        GroupReader groups = new GroupReader(shop.catalog, shop.database, shop.access, shop.reader);
        refused(() -> groups.read(model("shop.order"), "total", "count", null, null));
        refused(() -> groups.read(model("shop.order"), "state", "sum(total)", null, null));
    }

    @Test
    void aMaskedFieldIsShownInPartAndNotSearched() {
        rights().field("shop.customer.name", FieldRight.MASKED);
        assertThat(find("shop.customer", null, null, "id", "name").toString()).contains("**** Ltd").doesNotContain("Secret");
        assertThat(find("shop.customer", null, "secret", "id", "name")).isEmpty();
        assertThat(find("shop.order", null, null, "number", "customer,customer.name").toString()).doesNotContain("Secret");
        assertThat(find("shop.customer", null, null, null, null)).hasSize(2);
        refused(() -> find("shop.customer", "name==Secret*", null, "id", null));
    }

    @Test
    void linesFollowTheirOwner() {
        rights().rows("shop.order", RowRule.filter("number==A-1"));
        assertThat(find("shop.orderLine", null, null, "id", "text").toString()).contains("first").doesNotContain("hidden");
        rights().rows("shop.orderLine", RowRule.filter("text==other"));
        shop.rights = new TestRights().rows("shop.orderLine", RowRule.filter("text==other"));
        assertThat((List<?>) shop.reader.one(model("shop.order"), 10, null).map().get("lines")).isEmpty();
    }

    @Test
    void partnersSeeWhatBelongsToThemAndNothingElse() {
        rights().portal = true;
        assertThat(numbers(null, null)).isEmpty();
        assertThat(find("shop.order", null, null, null, null)).isEmpty();
    }

    @Test
    void aRuleThatCannotBeReadHidesEverything() {
        rights().rows("shop.order", RowRule.filter("nothing==1"));
        assertThat(numbers(null, null)).isEmpty();
    }

    private static void refused(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).endsWith("unknownField");
            assertThat(p.args().get(1).toString()).doesNotContain("total").doesNotContain(", name");
        });
    }
}
