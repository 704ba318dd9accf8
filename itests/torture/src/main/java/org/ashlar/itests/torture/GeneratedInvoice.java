package org.ashlar.itests.torture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ashlar.finance.internal.domain.TaxAmount;
import org.ashlar.finance.internal.domain.TaxEngine;
import org.ashlar.finance.internal.domain.TaxKind;
import org.ashlar.finance.internal.domain.TaxRounding;
import org.ashlar.finance.internal.domain.TaxRule;
import org.ashlar.finance.internal.domain.TaxableLine;
import org.ashlar.finance.internal.domain.TaxedLine;

/**
 * Lines of one invoice by chance, and what must hold of its amounts. Half of the invoices have lines with one plain tax each, of
 * which a second way of computing is known. Immutable.
 *
 * @param lines what is sold
 * @param decimals of the currency
 * @param rounding where taxes are rounded
 */
record GeneratedInvoice(List<Line> lines, int decimals, TaxRounding rounding) {

    private static final MathContext EXACT = new MathContext(60, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Taxes without influence on each other. */
    private static final List<TaxRule> PLAIN = List.of(rule("A13", TaxKind.PERCENT, "13", false, false, 10),
            rule("B6I", TaxKind.PERCENT, "6", true, false, 20), rule("C20I", TaxKind.PERCENT, "20", true, false, 20),
            rule("E7.7I", TaxKind.PERCENT, "7.7", true, false, 20), rule("F", TaxKind.FIXED, "0.37", false, false, 15),
            rule("G10D", TaxKind.DIVISION, "10", false, false, 25));
    /** Taxes on taxes and withholding besides. */
    static final List<TaxRule> RULES = Stream.concat(PLAIN.stream(), Stream.of(
            rule("D4C", TaxKind.PERCENT, "4", false, true, 5), rule("H5.5IC", TaxKind.PERCENT, "5.5", true, true, 8),
            rule("W-20", TaxKind.PERCENT, "-20", false, false, 30))).toList();
    private static final List<BigDecimal> DISCOUNTS = Stream.of("0", "0", "0", "5", "12.5", "33.333", "66.667", "99.99")
            .map(BigDecimal::new).toList();

    /** One line. */
    record Line(BigDecimal quantity, BigDecimal price, BigDecimal discount, List<TaxRule> taxes) {

        TaxableLine taxable() {
            return TaxableLine.of(quantity, price, discount, taxes);
        }
    }

    /** The same seed gives the same invoice. */
    static GeneratedInvoice of(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
        boolean plain = random.nextBoolean();
        List<Line> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            List<TaxRule> taxes = new ArrayList<>();
            if (plain) {
                taxes.add(PLAIN.get(random.nextInt(PLAIN.size())));
            } else {
                RULES.stream().filter(r -> random.nextInt(4) == 0).forEach(taxes::add);
            }
            lines.add(new Line(BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 9_999 : 99_000), random.nextInt(4)),
                    BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 99_999 : 9_999_999), 2 + random.nextInt(3)),
                    DISCOUNTS.get(random.nextInt(DISCOUNTS.size())), taxes));
        }
        return new GeneratedInvoice(lines, new int[] {0, 2, 3}[random.nextInt(3)],
                random.nextBoolean() ? TaxRounding.LINE : TaxRounding.TOTAL);
    }

    /** The same lines with other decimals and way of rounding. */
    GeneratedInvoice in(int itsDecimals, TaxRounding itsRounding) {
        return new GeneratedInvoice(lines, itsDecimals, itsRounding);
    }

    List<TaxedLine> taxed() {
        return new TaxEngine(step(), rounding).compute(lines.stream().map(Line::taxable).toList());
    }

    private BigDecimal step() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    /** What does not add up, {@code null} if all does. */
    String wrong() {
        List<TaxedLine> taxed = taxed();
        BigDecimal net = sum(taxed.stream().map(TaxedLine::net));
        BigDecimal tax = sum(taxed.stream().map(TaxedLine::tax));
        BigDecimal total = sum(taxed.stream().map(TaxedLine::total));
        Map<String, BigDecimal> byTax = new HashMap<>();
        taxed.forEach(line -> line.taxes().forEach(t -> byTax.merge(t.rule().code(), t.amount(), BigDecimal::add)));
        if (net.add(tax).compareTo(total) != 0 || sum(byTax.values().stream()).compareTo(tax) != 0) {
            return "net " + net + " + tax " + tax + " is not " + total + ", taxes " + byTax;
        }
        if (taxed.stream().flatMap(l -> Stream.concat(Stream.of(l.net()), l.taxes().stream().map(TaxAmount::amount)))
                .anyMatch(v -> v.stripTrailingZeros().scale() > decimals)) {
            return "an amount has more decimals than its currency: " + taxed;
        }
        return Stream.of(shown(total), second(taxed, byTax)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Prices with all taxes in them stay what the customer was told. */
    private String shown(BigDecimal total) {
        if (!lines.stream().allMatch(l -> l.taxes.stream().allMatch(TaxRule::inclusive))) {
            return null;
        }
        BigDecimal told = rounding == TaxRounding.TOTAL ? round(sum(lines.stream().map(l -> l.taxable().amount())))
                : sum(lines.stream().map(l -> round(l.taxable().amount())));
        return told.compareTo(total) == 0 ? null : "told " + told + " but asked for " + total;
    }

    /** Where each line has one plain tax, it is computed once more, in fractions of a hundred. */
    private String second(List<TaxedLine> taxed, Map<String, BigDecimal> byTax) {
        if (!lines.stream().allMatch(l -> l.taxes.size() == 1 && PLAIN.contains(l.taxes.get(0)))) {
            return null;
        }
        // Shown amounts are added before they are divided: shares of sixty digits would miss an exact half.
        Map<TaxRule, BigDecimal> shown = new HashMap<>();
        Map<TaxRule, BigDecimal> quantity = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            TaxRule rule = line.taxes.get(0);
            BigDecimal amount = line.taxable().amount();
            BigDecimal tax = plain(rule, rounding == TaxRounding.LINE ? round(amount) : amount, line.quantity);
            if (rounding == TaxRounding.LINE && round(tax).compareTo(taxed.get(i).tax()) != 0) {
                return rule.code() + " of " + amount + " is " + tax + ", not " + taxed.get(i).tax();
            }
            shown.merge(rule, amount, BigDecimal::add);
            quantity.merge(rule, line.quantity, BigDecimal::add);
        }
        return rounding == TaxRounding.LINE ? null : shown.keySet().stream()
                .filter(rule -> round(plain(rule, shown.get(rule), quantity.get(rule))).compareTo(byTax.get(rule.code())) != 0)
                .map(rule -> rule.code() + " of " + shown.get(rule) + " is not " + byTax.get(rule.code())).findFirst().orElse(null);
    }

    private static BigDecimal plain(TaxRule rule, BigDecimal shown, BigDecimal quantity) {
        BigDecimal of = switch (rule.kind()) {
            case FIXED -> null;
            case DIVISION -> HUNDRED.subtract(rule.rate());
            case PERCENT -> rule.inclusive() ? HUNDRED.add(rule.rate()) : HUNDRED;
        };
        return of == null ? rule.rate().multiply(quantity) : shown.multiply(rule.rate()).divide(of, EXACT);
    }

    private BigDecimal round(BigDecimal value) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal sum(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static TaxRule rule(String code, TaxKind kind, String rate, boolean inclusive, boolean compound, int sequence) {
        return new TaxRule(code, kind, new BigDecimal(rate), inclusive, compound, sequence);
    }
}
