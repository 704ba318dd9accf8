package org.ashlar.sales.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ashlar.masters.PriceView;
import org.ashlar.masters.Prices;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.Progress;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.ashlar.sales.spi.TaxCalculator;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

    private TaxCalculator taxes;
    private final OrderRules rules = rules(Channel.WEB, Set.of("*"));

    private OrderRules rules(Channel channel, Set<String> grants) {
        Access access = World.access(channel, grants);
        Prices prices = request -> new PriceView(new BigDecimal("9.9"), new BigDecimal("5"), BigDecimal.ZERO, "CNY",
                "PCE", null, null, List.of());
        LineCompletion lines = new LineCompletion(World.products(), World.units(), prices);
        Partners partners = new Partners(null) {
            @Override
            Optional<TaxCalculator> taxes() {
                return Optional.ofNullable(taxes);
            }
        };
        OrderCompletion completion = new OrderCompletion(access, World.companies(), World.parties(),
                World.currencies(), World.numbering(), lines, partners);
        return new OrderRules(completion,
                new OrderHistory(access, World.companies(), World.parties(), World.numbering(), lines));
    }

    private static OrderEntity order(long party, OrderLineEntity... lines) {
        OrderEntity order = new OrderEntity();
        order.setParty(party);
        for (OrderLineEntity line : lines) {
            line.setOrder(order);
            order.getLines().add(line);
        }
        return order;
    }

    private static OrderLineEntity line(Long product, String quantity, String price) {
        OrderLineEntity line = new OrderLineEntity();
        line.setProduct(product);
        line.setQuantity(quantity == null ? null : new BigDecimal(quantity));
        line.setUnitPrice(price == null ? null : new BigDecimal(price));
        return line;
    }

    private Problem refused(OrderEntity order) {
        return catchThrowableOfType(Problem.class, () -> rules.beforeInsert(order));
    }

    @Test
    void fillsWhatTheUserLeftOut() {
        OrderEntity order = order(World.CUSTOMER, line(World.HAMMER, "3", null), line(World.ADVICE, "1", "100"));

        rules.beforeInsert(order);

        assertThat(order.getDate()).isEqualTo(World.TODAY);
        assertThat(order.getCurrency()).isEqualTo("CNY");
        assertThat(order.getPaymentTermDays()).isEqualTo(30);
        assertThat(order.getNumber()).isEqualTo(order.getQuotationNumber()).isEqualTo("N-1");
        OrderLineEntity first = order.getLines().get(0);
        assertThat(first.getUnit()).isEqualTo("PCE");
        assertThat(first.getText()).isEqualTo("Product 10");
        assertThat(first.getTaxCode()).isEqualTo("OUT13");
        assertThat(first.isGoods()).isTrue();
        assertThat(order.getLines().get(1).isGoods()).isFalse();
        assertThat(first.getNetAmount()).as("3 x 9.90 less 5 %").isEqualByComparingTo("28.22");
        assertThat(order.getNetAmount()).isEqualByComparingTo("128.22");
        assertThat(order.getTaxAmount()).isZero();
        assertThat(order.getTotalAmount()).isEqualByComparingTo("128.22");
        assertThat(order.getLines()).extracting(OrderLineEntity::getLineNo).containsExactly(1, 2);
    }

    @Test
    void takesTaxesFromTheBridgeWhereThereIsOne() {
        taxes = request -> request.lines().stream().map(l -> new TaxCalculator.LineTax(new BigDecimal("100.00"),
                new BigDecimal("13.00"))).toList();
        OrderEntity order = order(World.CUSTOMER, line(World.HAMMER, "1", "113"), line(World.HAMMER, "1", "113"));

        rules.beforeInsert(order);

        assertThat(order.getNetAmount()).isEqualByComparingTo("200");
        assertThat(order.getTaxAmount()).isEqualByComparingTo("26");
        assertThat(order.getTotalAmount()).isEqualByComparingTo("226");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        OrderLineEntity wrongUnit = line(World.HAMMER, "1", "1");
        wrongUnit.setUnit("KGM");
        OrderLineEntity discount = line(World.HAMMER, "1", "-1");
        discount.setDiscountPercent(new BigDecimal("101"));

        Problem problem = refused(order(World.VENDOR, line(World.HAMMER, "-2", "1"), wrongUnit, discount,
                line(World.OBSOLETE, "1", "1"), line(99L, "1", "1"), line(null, "1", null)));

        assertThat(problem.kind()).isEqualTo(ProblemKind.RULE);
        assertThat(problem.errors()).extracting(e -> e.field() + " " + e.code()).containsExactly(
                "party sales.order.party.noCustomer", "lines[0].quantity sales.order.line.quantity.notPositive",
                "lines[1].unit masters.unit.wrong", "lines[2].unitPrice sales.order.line.price.negative",
                "lines[2].discountPercent sales.order.line.discount.range",
                "lines[3].product sales.order.line.product.inactive",
                "lines[4].product sales.order.line.product.unknown", "lines[5].text sales.order.line.text.missing",
                "lines[5].unitPrice sales.order.line.price.missing");
    }

    @Test
    void anotherUnitOfTheProductIsFine() {
        OrderLineEntity dozen = line(World.HAMMER, "2", "100");
        dozen.setUnit("DZN");
        assertThatCode(() -> rules.beforeInsert(order(World.CUSTOMER, dozen))).doesNotThrowAnyException();
    }

    @Test
    void aBindingOrderTakesOnlyWhatChangesNoAmount() {
        OrderEntity order = order(World.CUSTOMER, line(World.HAMMER, "1", "1"));
        rules.beforeInsert(order);
        order.setState(OrderState.CONFIRMED);

        assertThatCode(() -> rules.beforeUpdate(order, Set.of("note", "customerReference"))).doesNotThrowAnyException();
        Problem problem = catchThrowableOfType(Problem.class, () -> rules.beforeUpdate(order, Set.of("note", "date")));
        assertThat(problem.code()).isEqualTo("sales.order.state.edit");
        assertThat(catchThrowableOfType(Problem.class, () -> rules.beforeDelete(order)).code())
                .isEqualTo("sales.order.state.delete");
    }

    private static OrderEntity history(OrderState state, OrderLineEntity... lines) {
        OrderEntity order = order(World.RETIRED, lines);
        order.setHistoric(true);
        order.setHistoricState(state);
        order.setNumber("OLD-1");
        order.setDate(LocalDate.of(2011, 5, 31));
        return order;
    }

    @Test
    void historyKeepsItsAmountsToTheLastDigit() {
        OrderEntity order = history(OrderState.DONE, line(World.OBSOLETE, "3", "2024.994"));
        order.setNetAmount(new BigDecimal("20565.6206"));
        order.setTaxAmount(new BigDecimal("1971.5149"));
        order.setFreightAmount(new BigDecimal("616.0984"));
        order.setTotalAmount(new BigDecimal("23153.2339"));

        rules.beforeInsert(order);

        assertThat(order.getTotalAmount()).isEqualTo(new BigDecimal("23153.2339"));
        assertThat(order.getLines().get(0).getNetAmount()).isEqualByComparingTo("6074.982");
        assertThat(order.getState()).isEqualTo(OrderState.DONE);
        assertThat(order.getDeliveryStatus()).isEqualTo(Progress.FULLY);
        assertThat(order.getLines().get(0).getDeliveredQuantity()).isEqualByComparingTo("3");
        assertThat(catchThrowableOfType(Problem.class, () -> rules.beforeUpdate(order, Set.of("note"))).code())
                .isEqualTo("sales.order.historic");
    }

    @Test
    void openHistorySaysHowFarItIs() {
        OrderLineEntity half = line(World.HAMMER, "4", "1");
        half.setDeliveredQuantity(new BigDecimal("2"));
        OrderEntity order = history(OrderState.CONFIRMED, half);

        rules.beforeInsert(order);

        assertThat(order.getDeliveryStatus()).isEqualTo(Progress.PARTLY);
        assertThat(order.getInvoiceStatus()).isEqualTo(Progress.NONE);
    }

    @Test
    void onlyImportsAndPermittedCallersBringHistory() {
        OrderRules others = rules(Channel.WEB, Set.of());
        Problem problem = catchThrowableOfType(Problem.class, () -> others.beforeInsert(history(OrderState.DONE)));
        assertThat(problem.kind()).isEqualTo(ProblemKind.DENIED);
        assertThatCode(() -> rules(Channel.IMPORT, Set.of()).beforeInsert(history(OrderState.DONE)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatTheModuleComputesIsRefusedOnOrdinaryOrders() {
        OrderLineEntity line = line(World.HAMMER, "1", "1");
        line.setDeliveredQuantity(BigDecimal.ONE);
        assertThat(refused(order(World.CUSTOMER, line)).errors()).extracting(e -> e.field() + " " + e.code())
                .containsExactly("lines[0].deliveredQuantity sales.order.historicOnly");
    }
}
