package org.ashlar.bridge.purchasing.sales.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade.Stage;
import org.ashlar.purchasing.PurchaseOrderState;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.sales.OrderLineView;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.Progress;
import org.junit.jupiter.api.Test;

class TradesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static OrderView sale(OrderState state) {
        BigDecimal two = new BigDecimal("2");
        return new OrderView(7, 1, "SO-1", state, 3, DAY, DAY.plusDays(9), "EUR", 30, null, false, BigDecimal.TEN,
                BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("11"), Progress.NONE, Progress.NONE, false,
                List.of(new OrderLineView(70, 1, 5L, true, "Bolt", two, "EA", new BigDecimal("5"), BigDecimal.ZERO, "V19",
                        BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    private static PurchaseOrderView purchase(PurchaseOrderState state) {
        return new PurchaseOrderView(8, 2, "PO-1", state, 4, DAY, null, "EUR", null, null, BigDecimal.ZERO, BigDecimal.ZERO,
                BigDecimal.ZERO, BigDecimal.ZERO, org.ashlar.purchasing.Progress.NONE,
                org.ashlar.purchasing.Progress.NONE, false, List.of());
    }

    @Test
    void whatTheOtherCompanyMustKnowIsTaken() {
        Trade trade = Trades.of(sale(OrderState.CONFIRMED));
        assertThat(trade.kind().other()).isEqualTo(Trade.Kind.PURCHASE);
        assertThat(trade.wanted()).isEqualTo("2026-03-10");
        assertThat(trade.total()).isEqualByComparingTo("11");
        assertThat(trade.lines()).containsExactly(new Trade.Line(5L, "Bolt", new BigDecimal("2"), "EA", new BigDecimal("5"),
                BigDecimal.ZERO));
    }

    @Test
    void everyStateIsOpenBindingOrEnded() {
        Map<OrderState, Stage> sales = new EnumMap<>(OrderState.class);
        for (OrderState state : OrderState.values()) {
            sales.put(state, Trades.of(sale(state)).stage());
        }
        assertThat(sales).containsEntry(OrderState.SENT, Stage.OPEN).containsEntry(OrderState.DONE, Stage.BINDING)
                .containsEntry(OrderState.CANCELLED, Stage.ENDED).hasSize(OrderState.values().length);
        assertThat(Trades.of(purchase(PurchaseOrderState.REJECTED)).stage()).isEqualTo(Stage.ENDED);
        assertThat(Trades.of(purchase(PurchaseOrderState.CONFIRMED)).stage()).isEqualTo(Stage.BINDING);
        assertThat(Trades.of(purchase(PurchaseOrderState.DRAFT)).stage()).isEqualTo(Stage.OPEN);
    }
}
