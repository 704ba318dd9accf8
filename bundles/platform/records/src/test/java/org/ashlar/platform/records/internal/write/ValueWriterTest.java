package org.ashlar.platform.records.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.Snapshot;
import org.ashlar.platform.records.internal.sample.OrderEntity;
import org.ashlar.platform.records.internal.sample.OrderLineEntity;
import org.ashlar.platform.records.internal.sample.Shop;
import org.ashlar.platform.records.internal.read.Visibility;
import org.junit.jupiter.api.Test;

class ValueWriterTest {

    private final Shop shop = new Shop("writer" + System.nanoTime());
    private final Snapshot snapshot = shop.catalog.snapshot();
    private final EntityModel orders = snapshot.model("shop.order");
    private final Errors errors = new Errors();
    private final References references = new References(snapshot);

    private ValueWriter writer(boolean history) {
        return new ValueWriter(new Visibility(snapshot, null), null, errors, references, history);
    }

    private List<String> problems() {
        return errors.problem().errors().stream().map(e -> e.field() + " " + e.code()).toList();
    }

    @Test
    void createsWithLinesInOrder() {
        OrderEntity order = new OrderEntity();
        writer(false).create(orders, order, Map.of("number", "A", "date", "2026-01-01", "customer", 1, "lines",
                List.of(Map.of("text", "x", "quantity", "2"), Map.of("text", "y"))), "");
        assertThat(errors.isEmpty()).isTrue();
        assertThat(order.lines).extracting(l -> l.position + l.text).containsExactly("1x", "2y");
        assertThat(order.lines.get(0).order).isSameAs(order);
        assertThat(order.lines.get(0).quantity).isEqualTo(new BigDecimal("2.000"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        writer(false).create(orders, new OrderEntity(), Map.of("number", " ", "state", "CONFIRMED", "secret", "x", "nix", 1,
                "lines", List.of(Map.of("quantity", "a lot"), 5)), "");
        assertThat(problems()).containsExactlyInAnyOrder("state platform.value.readonly",
                "secret platform.value.unknownField", "nix platform.value.unknownField",
                "lines[0].quantity platform.value.decimal", "lines[0].text platform.value.required",
                "lines[1] platform.value.object", "number platform.value.required", "date platform.value.required",
                "customer platform.value.required");
    }

    @Test
    void historyBringsItsStateAlongIfTheCallerMay() {
        Map<String, Object> values = Map.of("number", "A", "date", "2026-01-01", "customer", 1, "state", "CONFIRMED",
                "historic", true);
        OrderEntity order = new OrderEntity();
        writer(true).create(orders, order, values, "");
        assertThat(errors.isEmpty()).isTrue();
        assertThat(order.state).isEqualTo(OrderEntity.Status.CONFIRMED);
        writer(false).create(orders, new OrderEntity(), values, "");
        assertThat(problems()).containsExactly("state platform.value.readonly");
    }

    @Test
    void patchReplacesLinesById() {
        OrderEntity order = new OrderEntity();
        order.number = "A";
        OrderLineEntity kept = line(5, "kept");
        OrderLineEntity dropped = line(6, "dropped");
        order.lines = new ArrayList<>(List.of(dropped, kept));
        ValueWriter writer = writer(false);
        writer.update(orders, order, Map.of("number", "A", "lines",
                List.of(Map.of("id", 5, "text", "changed"), Map.of("text", "new"))), "");
        assertThat(errors.isEmpty()).isTrue();
        assertThat(order.lines).extracting(l -> l.text).containsExactly("changed", "new");
        assertThat(order.lines.get(0)).isSameAs(kept);
        assertThat(writer.linesChanged()).isTrue();
        assertThat(writer.changed()).containsExactly("lines");
    }

    @Test
    void unknownLinesAreRefused() {
        writer(false).update(orders, new OrderEntity(), Map.of("lines", List.of(Map.of("id", 99))), "");
        assertThat(problems()).containsExactly("lines[0].id platform.value.unknownLine");
    }

    @Test
    void referencesAreCheckedTogether() {
        shop.customer(1, Shop.COMPANY, "mine", null);
        shop.customer(2, Shop.OTHER_COMPANY, "theirs", null);
        references.add("shop.customer", 1L, "a");
        references.add("shop.customer", 2L, "b");
        references.add("shop.customer", 3L, "c");
        references.add("away.thing", 4L, "d");
        references.check(shop.database, Shop.COMPANY, errors);
        assertThat(errors.problem().errors()).extracting(FieldError::field).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void naturalKeysInTheDatabaseAndInTheCallItself() {
        shop.order(1, Shop.COMPANY, "A", "2026-01-01", 1, "DRAFT", "1.00");
        shop.order(2, Shop.OTHER_COMPANY, "B", "2026-01-01", 1, "DRAFT", "1.00");
        NaturalKeys keys = new NaturalKeys(orders, shop.database, Shop.COMPANY);
        assertThat(keys.taken(List.of(order("A"), order("B"), order("B"), order("C")))).containsExactlyInAnyOrder(0, 2);
        assertThat(keys.taken(List.of(order("C"), order("D")))).containsExactly(0);
    }

    private static OrderEntity order(String number) {
        OrderEntity order = new OrderEntity();
        order.number = number;
        return order;
    }

    private static OrderLineEntity line(long id, String text) {
        OrderLineEntity line = new OrderLineEntity();
        line.setId(id);
        line.text = text;
        return line;
    }
}
