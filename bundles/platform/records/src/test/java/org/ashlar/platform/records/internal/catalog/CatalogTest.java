package org.ashlar.platform.records.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Shop shop = new Shop("catalog" + System.nanoTime());

    @Test
    void readsFieldsFromAnnotations() {
        ModelInfo order = shop.catalog.find("shop", "orders").orElseThrow();
        assertThat(order.fields()).extracting(FieldInfo::name).containsExactly("id", "number", "date", "customer", "thing",
                "state", "total", "secret", "historic", "lines", "version", "companyId", "createdAt", "createdBy",
                "changedAt", "changedBy");
        FieldInfo state = order.field("state").orElseThrow();
        assertThat(state.type()).isEqualTo(FieldType.ENUM);
        assertThat(state.options()).containsExactly("DRAFT", "CONFIRMED");
        assertThat(state.readonly()).isTrue();
        assertThat(state.required()).isFalse();
        assertThat(order.field("number").orElseThrow().required()).isTrue();
        assertThat(order.field("historic").orElseThrow().required()).isFalse();
        assertThat(order.field("total").orElseThrow().scale()).isEqualTo(2);
        assertThat(order.actions()).singleElement().satisfies(a -> {
            assertThat(a.permission()).isEqualTo("shop.order.confirm");
            assertThat(a.posts()).isTrue();
        });
    }

    @Test
    void linesKnowTheirOwner() {
        ModelInfo line = shop.catalog.find("shop.orderLine").orElseThrow();
        assertThat(line.parentModel()).isEqualTo("shop.order");
        assertThat(line.parentColumn()).isEqualTo("order_id");
        assertThat(line.field("order")).isEmpty();
    }

    @Test
    void anExtensionComesAndGoesWithItsFields() {
        long before = shop.catalog.generation();
        shop.customer(1, Shop.COMPANY, "Ann", null);
        shop.sql("insert into acme_loyalty_customer values (1, 42)");
        var factory = shop.extend();
        assertThat(shop.catalog.generation()).isGreaterThan(before);
        EntityModel customers = shop.catalog.snapshot().model("shop.customer");
        assertThat(customers.field("acme_loyalty_points").extension()).isEqualTo("acme-loyalty");
        assertThat(shop.reader.one(customers, 1, "name,acme_loyalty_points").map())
                .isEqualTo(Map.of("id", 1L, "name", "Ann", "acme_loyalty_points", 42L));
        shop.catalog.remove("acme-loyalty", factory);
        EntityModel bare = shop.catalog.snapshot().model("shop.customer");
        assertThat(bare.field("acme_loyalty_points")).isNull();
        assertThat(shop.reader.one(bare, 1, "name").map()).isEqualTo(Map.of("id", 1L, "name", "Ann"));
        assertThat(bare.extensions()).isEqualTo(List.of());
    }
}
