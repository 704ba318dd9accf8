package org.ashlar.platform.records.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroupReaderTest {

    private static Shop shop;
    private static GroupReader groups;

    @BeforeAll
    static void stock() {
        shop = new Shop("groups");
        groups = new GroupReader(shop.catalog, shop.database, shop.access, shop.reader);
        shop.customer(1, Shop.COMPANY, "Beta", null);
        shop.customer(2, Shop.COMPANY, "Alpha", null);
        shop.order(10, Shop.COMPANY, "1", "2026-01-01", 1, "DRAFT", "10.00");
        shop.order(11, Shop.COMPANY, "2", "2026-01-04", 1, "DRAFT", "20.00");
        shop.order(12, Shop.COMPANY, "3", "2026-01-05", 2, "CONFIRMED", "5.00");
        shop.order(13, Shop.COMPANY, "4", "2026-12-31", 2, "CONFIRMED", "null");
        shop.order(14, Shop.OTHER_COMPANY, "5", "2026-01-01", 2, "CONFIRMED", "1000.00");
    }

    private static List<Map<String, Object>> read(String by, String measures, String filter) {
        EntityModel orders = shop.catalog.snapshot().model("shop.order");
        return groups.read(orders, by, measures, filter, null);
    }

    @Test
    void measuresOfEachGroup() {
        assertThat(read("state", "count,sum(total),avg(total),min(number),max(date)", null)).hasSize(2).first()
                .satisfies(g -> assertThat(g).containsEntry("state", "CONFIRMED").containsEntry("count", 2L)
                        .containsEntry("sum(total)", new BigDecimal("5.00")).containsEntry("min(number)", "3"))
                .satisfies(g -> assertThat((BigDecimal) g.get("avg(total)")).isEqualByComparingTo("5"));
    }

    @Test
    void datesFallIntoBuckets() {
        assertThat(read("date:month", null, null)).extracting(g -> g.get("date:month") + "=" + g.get("count"))
                .containsExactly("2026-01=3", "2026-12=1");
        assertThat(read("date:week", null, null)).extracting(g -> g.get("date:week") + "=" + g.get("count"))
                .containsExactly("2026-W01=2", "2026-W02=1", "2026-W53=1");
        assertThat(read("date:quarter", null, "state==DRAFT")).extracting(g -> g.get("date:quarter"))
                .containsExactly("2026-Q1");
    }

    @Test
    void referencesSortByLabel() {
        assertThat(read("customer", "sum(total)", null)).extracting(g -> (Object) ((Map<?, ?>) g.get("customer")).get("label"))
                .containsExactly("Alpha", "Beta");
    }

    @Test
    void withoutGroupsThereIsOneRowForAll() {
        assertThat(read(null, "count,sum(total)", null)).containsExactly(
                Map.of("count", 4L, "sum(total)", new BigDecimal("35.00")));
    }

    @Test
    void mistakes() {
        for (String[] wrong : new String[][] {{"foo", null}, {"state", "sum(number)"}, {"date:moon", null},
            {"state", "drop(total)"}, {"number:day", null}}) {
            assertThatThrownBy(() -> read(wrong[0], wrong[1], null)).isInstanceOf(Problem.class);
        }
    }
}
