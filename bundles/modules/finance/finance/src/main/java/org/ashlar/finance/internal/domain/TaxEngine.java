package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes taxes on the lines of a document. Each tax is linear in the line's net amount, so that any mix of inclusive,
 * exclusive, compound, fixed, withholding and division taxes is solved in one step without iterating. Rounds half up.
 * With {@link TaxRounding#LINE} each line stands for itself; with {@link TaxRounding#TOTAL} each tax is rounded once for
 * the document and its lines share it, so that in both cases the lines add up to the document. Immutable.
 */
public final class TaxEngine {

    private static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_UP);

    /** Divisions that do not end miss an exact half by less than this; halves are found before they are rounded up. */
    private static final int NOISE = 20;

    private final BigDecimal step;
    private final TaxRounding rounding;

    /**
     * @param step smallest amount of the currency, for example 0.01 or 0.05
     * @param rounding what is rounded
     */
    public TaxEngine(BigDecimal step, TaxRounding rounding) {
        this.step = step;
        this.rounding = rounding;
    }

    /** Taxes of all lines of a document, in order. */
    public List<TaxedLine> compute(List<TaxableLine> lines) {
        List<TaxedLine> result = new ArrayList<>(lines.size());
        Shares shares = new Shares();
        for (TaxableLine line : lines) {
            result.add(rounding == TaxRounding.LINE ? byLine(line) : shares.next(line));
        }
        return result;
    }

    private TaxedLine byLine(TaxableLine line) {
        BigDecimal shown = round(line.amount());
        Solution exact = solve(shown, line.quantity(), line.taxes());
        BigDecimal net = shown;
        List<TaxAmount> taxes = new ArrayList<>(line.taxes().size());
        for (int i = 0; i < line.taxes().size(); i++) {
            TaxRule rule = line.taxes().get(i);
            BigDecimal amount = round(exact.amounts.get(i));
            if (rule.inclusive()) {
                net = net.subtract(amount);
            }
            taxes.add(new TaxAmount(rule, round(exact.bases.get(i)), amount));
        }
        return new TaxedLine(net, taxes);
    }

    /** Net amount, and per tax what it is computed on and how much it is, before rounding. */
    static Solution solve(BigDecimal shown, BigDecimal quantity, List<TaxRule> taxes) {
        int n = taxes.size();
        BigDecimal[] slope = new BigDecimal[n];
        BigDecimal[] constant = new BigDecimal[n];
        BigDecimal[] baseSlope = new BigDecimal[n];
        BigDecimal[] baseConstant = new BigDecimal[n];
        BigDecimal compoundSlope = BigDecimal.ONE;
        BigDecimal compoundConstant = BigDecimal.ZERO;
        BigDecimal inclusiveSlope = BigDecimal.ONE;
        BigDecimal inclusiveConstant = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            TaxRule rule = taxes.get(i);
            BigDecimal factor = rule.factor(PRECISION);
            baseSlope[i] = compoundSlope;
            baseConstant[i] = compoundConstant;
            slope[i] = factor.multiply(compoundSlope, PRECISION);
            constant[i] = factor.multiply(compoundConstant, PRECISION).add(rule.constant(quantity));
            if (rule.includedInBase()) {
                compoundSlope = compoundSlope.add(slope[i]);
                compoundConstant = compoundConstant.add(constant[i]);
            }
            if (rule.inclusive()) {
                inclusiveSlope = inclusiveSlope.add(slope[i]);
                inclusiveConstant = inclusiveConstant.add(constant[i]);
            }
        }
        BigDecimal net = shown.subtract(inclusiveConstant).divide(inclusiveSlope, PRECISION);
        List<BigDecimal> bases = new ArrayList<>(n);
        List<BigDecimal> amounts = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            bases.add(baseSlope[i].multiply(net, PRECISION).add(baseConstant[i]));
            amounts.add(slope[i].multiply(net, PRECISION).add(constant[i]));
        }
        return new Solution(net, bases, amounts);
    }

    private BigDecimal round(BigDecimal value) {
        return value.setScale(NOISE, RoundingMode.HALF_UP).divide(step, 0, RoundingMode.HALF_UP).multiply(step).setScale(step.scale(), RoundingMode.HALF_UP);
    }

    /** Before rounding. */
    record Solution(BigDecimal net, List<BigDecimal> bases, List<BigDecimal> amounts) {
    }

    /** Deals rounded document totals out to lines: each line gets the growth of the rounded running sum. */
    private final class Shares {
        private final Running shown = new Running();
        private final Map<String, Running> amounts = new HashMap<>();
        private final Map<String, Running> bases = new HashMap<>();

        TaxedLine next(TaxableLine line) {
            Solution exact = solve(line.amount(), line.quantity(), line.taxes());
            BigDecimal net = shown.add(line.amount());
            List<TaxAmount> taxes = new ArrayList<>(line.taxes().size());
            for (int i = 0; i < line.taxes().size(); i++) {
                TaxRule rule = line.taxes().get(i);
                BigDecimal amount = running(amounts, rule).add(exact.amounts.get(i));
                BigDecimal base = running(bases, rule).add(exact.bases.get(i));
                if (rule.inclusive()) {
                    net = net.subtract(amount);
                }
                taxes.add(new TaxAmount(rule, base, amount));
            }
            return new TaxedLine(net, taxes);
        }

        private Running running(Map<String, Running> map, TaxRule rule) {
            return map.computeIfAbsent(rule.code(), code -> new Running());
        }
    }

    /** A running sum and what of it has been dealt out. */
    private final class Running {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal dealt = BigDecimal.ZERO;

        BigDecimal add(BigDecimal value) {
            sum = sum.add(value);
            BigDecimal share = round(sum).subtract(dealt);
            dealt = dealt.add(share);
            return share;
        }
    }
}
