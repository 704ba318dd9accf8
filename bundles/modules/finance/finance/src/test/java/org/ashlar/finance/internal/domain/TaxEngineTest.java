package org.ashlar.finance.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published worked examples that the suite must reproduce. */
class TaxEngineTest {

    @ParameterizedTest(name = "{1} % in {0}: {3} + {4}")
    @CsvSource({"124.40, 8, 0.01, 115.19, 9.21", "52.50, 12, 0.01, 46.87, 5.63", "10920, 19, 1, 9176, 1744",
        "11.90, 21, 0.01, 9.83, 2.07", "2.80, 21, 0.01, 2.31, 0.49", "399.999999, 20, 0.000001, 333.333332, 66.666667",
        "5.00, 5, 0.05, 4.75, 0.25", "50, 5, 0.05, 47.60, 2.40"})
    void takesInclusiveTaxOutOfThePrice(String price, String rate, String step, String net, String tax) {
        TaxedLine line = compute(step, price, percent("t", rate, true, false, 1));
        assertThat(line.net()).isEqualByComparingTo(net);
        assertThat(line.tax()).isEqualByComparingTo(tax);
        assertThat(line.total()).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({"22689, 19, 1, 4311, 27000", "9176, 19, 1, 1743, 10919"})
    void addsExclusiveTax(String net, String rate, String step, String tax, String total) {
        TaxedLine line = compute(step, net, percent("t", rate, false, false, 1));
        assertThat(line.tax()).isEqualByComparingTo(tax);
        assertThat(line.total()).isEqualByComparingTo(total);
    }

    @Test
    void keepsSixDecimalsWhenOnlyTheTotalIsRounded() {
        TaxEngine.Solution exact = TaxEngine.solve(new BigDecimal("124.40"), BigDecimal.ONE,
                List.of(percent("t", "8", true, false, 1)));
        assertThat(exact.net().setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo("115.185185");
        assertThat(exact.amounts().get(0).setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo("9.214815");
    }

    @Test
    void findsAnExactHalfBehindADivisionThatDoesNotEnd() {
        TaxableLine line = new TaxableLine(new BigDecimal("0.045"), BigDecimal.ONE,
                List.of(new TaxRule("div", TaxKind.DIVISION, new BigDecimal("10"), false, false, 1)));
        TaxedLine taxed = new TaxEngine(new BigDecimal("0.01"), TaxRounding.TOTAL).compute(List.of(line)).get(0);
        assertThat(taxed.tax()).isEqualByComparingTo("0.01");
    }

    @Test
    void mixesExclusiveAndInclusive() {
        TaxedLine line = compute("0.01", "2300", percent("excl", "15", false, false, 1),
                percent("incl", "5.5", true, false, 2));
        assertThat(line.net()).isEqualByComparingTo("2180.09");
        assertThat(amount(line, 0)).isEqualByComparingTo("327.01");
        assertThat(amount(line, 1)).isEqualByComparingTo("119.91");
        assertThat(line.total()).isEqualByComparingTo("2627.01");
    }

    @Test
    @DisplayName("withholding -20 %, 4 % included in the base of 22 %")
    void compoundsAndWithholds() {
        TaxedLine line = compute("0.01", "50", percent("wh", "-20", false, false, 1),
                percent("fund", "4", false, true, 2), percent("vat", "22", false, false, 3));
        assertThat(amount(line, 0)).isEqualByComparingTo("-10");
        assertThat(amount(line, 1)).isEqualByComparingTo("2");
        assertThat(amount(line, 2)).isEqualByComparingTo("11.44");
        assertThat(line.taxes().get(2).base()).isEqualByComparingTo("52");
        assertThat(line.total()).isEqualByComparingTo("53.44");
    }

    @Test
    void dividesAndFixes() {
        TaxedLine line = compute("0.01", "200", new TaxRule("div", TaxKind.DIVISION, new BigDecimal("10"), false, false, 1),
                new TaxRule("fix", TaxKind.FIXED, new BigDecimal("10"), false, false, 2),
                percent("pct", "10", false, false, 3));
        assertThat(amount(line, 0)).isEqualByComparingTo("22.22");
        assertThat(amount(line, 1)).isEqualByComparingTo("10");
        assertThat(amount(line, 2)).isEqualByComparingTo("20");
        assertThat(line.total()).isEqualByComparingTo("252.22");
    }

    @Test
    void fixedTaxFollowsTheQuantity() {
        TaxableLine line = TaxableLine.of(new BigDecimal("3"), new BigDecimal("7"), null,
                List.of(new TaxRule("fix", TaxKind.FIXED, new BigDecimal("0.5"), true, false, 1)));
        TaxedLine taxed = new TaxEngine(new BigDecimal("0.01"), TaxRounding.LINE).compute(List.of(line)).get(0);
        assertThat(taxed.net()).isEqualByComparingTo("19.50");
        assertThat(taxed.tax()).isEqualByComparingTo("1.50");
    }

    @Test
    void computesInTheOrderOfSequencesWhateverOrderTheyComeIn() {
        TaxedLine line = compute("0.01", "100", percent("second", "10", false, false, 20),
                percent("first", "10", false, true, 10));
        assertThat(line.taxes()).extracting(tax -> tax.rule().code()).containsExactly("first", "second");
        assertThat(line.tax()).isEqualByComparingTo("21");
    }

    @Test
    void discountComesBeforeTax() {
        TaxableLine line = TaxableLine.of(new BigDecimal("3"), new BigDecimal("33.33"), new BigDecimal("12.5"),
                List.of(percent("t", "13", false, false, 1)));
        TaxedLine taxed = new TaxEngine(new BigDecimal("0.01"), TaxRounding.LINE).compute(List.of(line)).get(0);
        assertThat(taxed.net()).isEqualByComparingTo("87.49");
        assertThat(taxed.tax()).isEqualByComparingTo("11.37");
    }

    @Test
    void roundingTheTotalSpreadsTheCentOverTheLines() {
        TaxRule vat = percent("vat", "13", false, false, 1);
        TaxableLine line = new TaxableLine(new BigDecimal("0.35"), BigDecimal.ONE, List.of(vat));
        List<TaxableLine> lines = List.of(line, line, line);
        BigDecimal byLine = sum(new TaxEngine(new BigDecimal("0.01"), TaxRounding.LINE).compute(lines));
        BigDecimal byTotal = sum(new TaxEngine(new BigDecimal("0.01"), TaxRounding.TOTAL).compute(lines));
        assertThat(byLine).isEqualByComparingTo("0.15");
        assertThat(byTotal).isEqualByComparingTo("0.14");
    }

    private static BigDecimal sum(List<TaxedLine> lines) {
        return lines.stream().map(TaxedLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(TaxedLine line, int i) {
        return line.taxes().get(i).amount();
    }

    private static TaxedLine compute(String step, String amount, TaxRule... taxes) {
        TaxableLine line = new TaxableLine(new BigDecimal(amount), BigDecimal.ONE, List.of(taxes));
        return new TaxEngine(new BigDecimal(step), TaxRounding.LINE).compute(List.of(line)).get(0);
    }

    private static TaxRule percent(String code, String rate, boolean inclusive, boolean compound, int sequence) {
        return new TaxRule(code, TaxKind.PERCENT, new BigDecimal(rate), inclusive, compound, sequence);
    }
}
