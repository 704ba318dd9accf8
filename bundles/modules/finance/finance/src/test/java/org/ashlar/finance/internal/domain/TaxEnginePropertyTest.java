package org.ashlar.finance.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R7: whatever the lines, taxes, decimals and way of rounding, the document adds up. */
class TaxEnginePropertyTest {

    private static final List<TaxRule> RULES = List.of(rule("A13", TaxKind.PERCENT, "13", false, false, 10),
            rule("B6I", TaxKind.PERCENT, "6", true, false, 20), rule("C20I", TaxKind.PERCENT, "20", true, false, 20),
            rule("D4C", TaxKind.PERCENT, "4", false, true, 5), rule("E-20", TaxKind.PERCENT, "-20", false, false, 30),
            rule("F", TaxKind.FIXED, "0.37", false, false, 15), rule("G10D", TaxKind.DIVISION, "10", false, false, 25),
            rule("H5.5IC", TaxKind.PERCENT, "5.5", true, true, 8));

    @Property(tries = 3000)
    void linesAddUpToTheDocument(@ForAll("documents") List<TaxableLine> lines, @ForAll("steps") BigDecimal step,
            @ForAll TaxRounding rounding) {
        List<TaxedLine> taxed = new TaxEngine(step, rounding).compute(lines);
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (TaxedLine line : taxed) {
            assertThat(line.net().add(line.tax())).isEqualByComparingTo(line.total());
            onGrid(line.net(), step);
            line.taxes().forEach(amount -> onGrid(amount.amount(), step));
            net = net.add(line.net());
            tax = tax.add(line.tax());
            total = total.add(line.total());
        }
        assertThat(net.add(tax)).isEqualByComparingTo(total);
    }

    @Property(tries = 2000)
    void everyTaxIsRoundedOnceWhenTheTotalIsRounded(@ForAll("documents") List<TaxableLine> lines,
            @ForAll("steps") BigDecimal step) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        for (TaxableLine line : lines) {
            TaxEngine.Solution solution = TaxEngine.solve(line.amount(), line.quantity(), line.taxes());
            for (int i = 0; i < line.taxes().size(); i++) {
                exact.merge(line.taxes().get(i).code(), solution.amounts().get(i), BigDecimal::add);
            }
        }
        Map<String, BigDecimal> dealt = new TreeMap<>();
        new TaxEngine(step, TaxRounding.TOTAL).compute(lines).forEach(line -> line.taxes()
                .forEach(tax -> dealt.merge(tax.rule().code(), tax.amount(), BigDecimal::add)));
        exact.forEach((code, amount) -> assertThat(dealt.get(code))
                .isEqualByComparingTo(amount.divide(step, 0, RoundingMode.HALF_UP).multiply(step)));
    }

    @Property(tries = 2000)
    void inclusivePricesStayWhatTheyAre(@ForAll("amounts") BigDecimal price, @ForAll("steps") BigDecimal step) {
        TaxableLine line = new TaxableLine(price, BigDecimal.ONE, List.of(RULES.get(1), RULES.get(7)));
        TaxedLine taxed = new TaxEngine(step, TaxRounding.LINE).compute(List.of(line)).get(0);
        assertThat(taxed.total())
                .isEqualByComparingTo(price.divide(step, 0, RoundingMode.HALF_UP).multiply(step));
    }

    @Property(tries = 1000)
    void theExactSolutionGivesThePriceBack(@ForAll("documents") List<TaxableLine> lines) {
        for (TaxableLine line : lines) {
            TaxEngine.Solution solution = TaxEngine.solve(line.amount(), line.quantity(), line.taxes());
            BigDecimal shown = solution.net();
            for (int i = 0; i < line.taxes().size(); i++) {
                if (line.taxes().get(i).inclusive()) {
                    shown = shown.add(solution.amounts().get(i));
                }
            }
            assertThat(shown.subtract(line.amount()).abs()).isLessThan(new BigDecimal("1e-20"));
        }
    }

    private static void onGrid(BigDecimal value, BigDecimal step) {
        assertThat(value.remainder(step)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Provide
    Arbitrary<List<TaxableLine>> documents() {
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals().between(new BigDecimal("0.001"), new BigDecimal("9999"))
                .ofScale(3);
        Arbitrary<BigDecimal> discounts = Arbitraries.of("0", "5", "12.5", "33.333", "100").map(BigDecimal::new);
        Arbitrary<List<TaxRule>> taxes = Arbitraries.subsetOf(RULES).ofMaxSize(4).map(ArrayList::new);
        return Combinators.combine(quantities, amounts(), discounts, taxes).as(TaxableLine::of).list().ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("100000")).ofScale(4);
    }

    @Provide
    Arbitrary<BigDecimal> steps() {
        return Arbitraries.of("0.01", "1", "0.001", "0.05").map(BigDecimal::new);
    }

    private static TaxRule rule(String code, TaxKind kind, String rate, boolean inclusive, boolean compound, int sequence) {
        return new TaxRule(code, kind, new BigDecimal(rate), inclusive, compound, sequence);
    }
}
