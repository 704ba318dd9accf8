package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the lines of an entry balance: in each document currency and in the company's currency, to the last digit. */
public final class EntryBalance {

    private EntryBalance() {
    }

    /**
     * What is missing.
     *
     * @param currency currency that does not balance
     * @param difference debit less credit
     */
    public record Imbalance(String currency, BigDecimal difference) {
    }

    /** The first currency that does not balance, document currencies before the company's. */
    public static Optional<Imbalance> check(List<EntryAmounts> lines, String companyCurrency) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        BigDecimal company = BigDecimal.ZERO;
        for (EntryAmounts line : lines) {
            sums.merge(line.currency(), line.amount(), BigDecimal::add);
            company = company.add(line.companyAmount());
        }
        for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
            if (sum.getValue().signum() != 0) {
                return Optional.of(new Imbalance(sum.getKey(), sum.getValue()));
            }
        }
        return company.signum() == 0 ? Optional.empty() : Optional.of(new Imbalance(companyCurrency, company));
    }

    /**
     * Puts what conversion to the company's currency left over on the largest converted line. Only when every document
     * currency balances and the rest is no more than half a step per line: anything larger is a mistake.
     *
     * @param converted which lines were converted here rather than given
     */
    public static List<EntryAmounts> absorbConversion(List<EntryAmounts> lines, List<Boolean> converted, BigDecimal step) {
        BigDecimal rest = lines.stream().map(EntryAmounts::companyAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal limit = step.multiply(BigDecimal.valueOf(lines.size())).divide(BigDecimal.valueOf(2));
        if (rest.signum() == 0 || rest.abs().compareTo(limit) > 0) {
            return lines;
        }
        Optional<Integer> largest = java.util.stream.IntStream.range(0, lines.size()).boxed()
                .filter(converted::get).max(Comparator.comparing(i -> lines.get(i).companyAmount().abs()));
        if (largest.isEmpty()) {
            return lines;
        }
        List<EntryAmounts> result = new ArrayList<>(lines);
        result.set(largest.get(), lines.get(largest.get()).plusCompany(rest.negate()));
        return result;
    }
}
