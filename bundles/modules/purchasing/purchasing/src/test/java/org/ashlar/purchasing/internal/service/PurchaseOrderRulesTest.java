package org.ashlar.purchasing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.purchasing.Progress;
import org.ashlar.purchasing.PurchaseOrderState;
import org.ashlar.purchasing.internal.domain.PriceTier;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.ashlar.purchasing.spi.TaxCalculator;
import org.junit.jupiter.api.Test;

class PurchaseOrderRulesTest {

    private List<PriceTier> tiers = List.of(tier(1, "1", "PCE", "5"), tier(2, "100", "PCE", "4.5"),
            tier(3, "10", "DZN", "48"));
    private final OrderRules rules = rules();

    private static PriceTier tier(long id, String minimum, String unit, String price) {
        return new PriceTier(id, World.HAMMER, new BigDecimal(minimum), unit, new BigDecimal(price), "CNY", 12, null,
                null);
    }

    /** The book reads its tiers by SQL; here they are simply there. */
    private Sql sql() {
        return (Sql) Proxy.newProxyInstance(Sql.class.getClassLoader(), new Class<?>[] {Sql.class},
                (proxy, method, args) -> tiers);
    }

    private OrderRules rules() {
        Access access = World.access(Channel.WEB, Set.of("*"));
        LineCompletion lines = new LineCompletion(World.products(), World.units(),
                new VendorPriceBook(sql(), access, World.units(), World.currencies(), World.companies()));
        Partners partners = new Partners(null) {
            @Override
            Optional<TaxCalculator> taxes() {
                return Optional.empty();
            }
        };
        OrderCompletion completion = new OrderCompletion(access, World.companies(), World.parties(),
                World.currencies(), World.numbering(), lines, partners);
        return new OrderRules(completion,
                new OrderHistory(access, World.companies(), World.parties(), World.numbering(), lines));
    }

    private static PurchaseOrderEntity order(long party, PurchaseOrderLineEntity... lines) {
        PurchaseOrderEntity order = new PurchaseOrderEntity();
        order.setParty(party);
        for (PurchaseOrderLineEntity line : lines) {
            line.setOrder(order);
            order.getLines().add(line);
        }
        return order;
    }

    private static PurchaseOrderLineEntity line(Long product, String quantity, String unit) {
        PurchaseOrderLineEntity line = new PurchaseOrderLineEntity();
        line.setProduct(product);
        line.setQuantity(new BigDecimal(quantity));
        line.setUnit(unit);
        return line;
    }

    @Test
    void picksTheTierThatTheQuantityReachesAlsoAcrossUnits() {
        PurchaseOrderEntity order = order(World.VENDOR, line(World.HAMMER, "99", null), line(World.HAMMER, "9", "DZN"),
                line(World.HAMMER, "10", "DZN"));

        rules.beforeInsert(order);

        assertThat(order.getLines()).extracting(l -> l.getUnitPrice().stripTrailingZeros().toPlainString())
                .containsExactly("5", "54", "48");
        assertThat(order.getLines().get(0).getDueDate()).isEqualTo(World.TODAY.plusDays(12));
        assertThat(order.getLines().get(0).getTaxCode()).isEqualTo("IN13");
        assertThat(order.getPaymentTermDays()).isEqualTo(60);
        assertThat(order.getCurrency()).as("the company's, the vendor has none").isEqualTo("CNY");
        assertThat(order.getNetAmount()).isEqualByComparingTo("1461");
    }

    @Test
    void withoutAVendorPriceTheStandardCostIsProposed() {
        tiers = List.of();
        PurchaseOrderEntity order = order(World.VENDOR, line(World.HAMMER, "1", "DZN"));
        order.setCurrency("EUR");

        rules.beforeInsert(order);

        assertThat(order.getLines().get(0).getUnitPrice()).as("6 CNY x 12 at 0.125").isEqualByComparingTo("9");
    }

    @Test
    void withoutAnyPriceTheUserMustSayOne() {
        tiers = List.of();
        Problem problem = catchThrowableOfType(Problem.class,
                () -> rules.beforeInsert(order(World.CUSTOMER, line(World.ADVICE, "1", null), line(World.HAMMER, "0", null))));
        assertThat(problem.errors()).extracting(e -> e.field() + " " + e.code()).containsExactly(
                "party purchasing.order.party.noVendor", "lines[0].unitPrice purchasing.order.line.price.none",
                "lines[1].quantity purchasing.order.line.quantity.notPositive");
    }

    @Test
    void approvedHistoryKeepsQuantitiesAndSaysHowFarItIs() {
        PurchaseOrderLineEntity line = line(World.OBSOLETE, "25", null);
        line.setUnitPrice(new BigDecimal("1.5750"));
        line.setNetAmount(new BigDecimal("39.3750"));
        line.setReceivedQuantity(new BigDecimal("20.00"));
        line.setRejectedQuantity(new BigDecimal("3.00"));
        PurchaseOrderEntity order = order(World.RETIRED, line);
        order.setHistoric(true);
        order.setState(PurchaseOrderState.CONFIRMED);
        order.setDate(LocalDate.of(2022, 4, 15));

        rules.beforeInsert(order);

        assertThat(order.getState()).isEqualTo(PurchaseOrderState.CONFIRMED);
        assertThat(order.getHistoricState()).isEqualTo(PurchaseOrderState.CONFIRMED);
        assertThat(order.getNetAmount()).isEqualByComparingTo("39.375");
        assertThat(line.getStockedQuantity()).isEqualByComparingTo("17");
        assertThat(line.getBilledQuantity()).isZero();
        assertThat(order.getReceiptStatus()).isEqualTo(Progress.PARTLY);
        assertThat(order.getBillStatus()).isEqualTo(Progress.NONE);
    }
}
