package org.ashlar.masters.internal.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.problem.Problem;

/**
 * Reads the euro reference rates as the European Central Bank publishes them: a header {@code Date,USD,JPY,...,}, then a
 * row per working day, newest first, {@code N/A} where there is no rate, a comma at the end of each line. The history file
 * has ISO dates, the daily file {@code 13 April 2026} and spaces. Reads line by line; not thread-safe.
 */
public final class EcbFile {

    /**
     * The rates of one day.
     *
     * @param date day
     * @param rates units of the currency for one euro
     */
    public record Day(LocalDate date, List<Rate> rates) {
    }

    /**
     * One rate.
     *
     * @param currency ISO 4217 code
     * @param rate units of it for one euro, positive
     */
    public record Rate(String currency, BigDecimal rate) {
    }

    private static final DateTimeFormatter DAILY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int MAX_LINE = 4_000;
    private static final int MAX_COLUMNS = 250;
    private static final int MAX_SCALE = 10;
    private static final int MAX_INTEGER_DIGITS = 9;

    private final BufferedReader lines;
    private final List<String> currencies;
    private int lineNumber;

    /**
     * Reads the header.
     *
     * @throws Problem RULE at {@code file} if it is none
     */
    public EcbFile(Reader csv) {
        lines = new BufferedReader(csv);
        String header = line();
        List<String> cells = header == null ? List.of("") : cells(header.replace("\uFEFF", ""));
        if (!"Date".equalsIgnoreCase(cells.get(0)) || cells.size() < 2 || cells.size() > MAX_COLUMNS
                || !cells.stream().skip(1).allMatch(c -> c.matches("[A-Z]{3}"))) {
            throw Problem.rule("file", "masters.rates.header");
        }
        currencies = cells.subList(1, cells.size());
    }

    /** Currencies of the columns. */
    public List<String> currencies() {
        return currencies;
    }

    /**
     * The next day, {@code null} at the end.
     *
     * @throws Problem RULE at {@code file} naming line and cell that cannot be read
     */
    public Day next() {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line == null ? null : day(cells(line));
    }

    private Day day(List<String> cells) {
        if (cells.size() > currencies.size() + 1) {
            throw Problem.rule("file", "masters.rates.columns", lineNumber);
        }
        LocalDate date = date(cells.get(0));
        List<Rate> rates = new ArrayList<>(cells.size());
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !"N/A".equals(cells.get(i))) {
                rates.add(new Rate(currencies.get(i - 1), rate(cells.get(i))));
            }
        }
        return new Day(date, rates);
    }

    private LocalDate date(String text) {
        try {
            return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, DAILY);
        } catch (DateTimeParseException e) {
            throw bad(text);
        }
    }

    private BigDecimal rate(String text) {
        if (!text.matches("[0-9]{1,20}([.][0-9]{1,20})?")) {
            throw bad(text);
        }
        BigDecimal rate = new BigDecimal(text).stripTrailingZeros();
        if (rate.signum() == 0 || rate.scale() > MAX_SCALE || rate.precision() - rate.scale() > MAX_INTEGER_DIGITS) {
            throw bad(text);
        }
        return rate;
    }

    private Problem bad(String text) {
        return Problem.rule("file", "masters.rates.cell", lineNumber, text.length() > 40 ? text.substring(0, 40) : text);
    }

    /** A line of limited length: an endless one must not fill the memory. */
    private String line() {
        lineNumber++;
        StringBuilder line = new StringBuilder();
        try {
            int c = lines.read();
            if (c < 0) {
                return null;
            }
            for (; c >= 0 && c != '\n'; c = lines.read()) {
                if (line.length() == MAX_LINE) {
                    throw Problem.rule("file", "masters.rates.columns", lineNumber);
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.strip());
        }
        while (cells.size() > 1 && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }
}
