package org.ashlar.finance.spi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.AccountType;

/**
 * Reads a chart from the tab-separated files {@code accounts.tsv}, {@code journals.tsv} and {@code taxes.tsv} (UTF-8, one
 * header row, {@code #} starts a comment row, {@code -} stands for nothing), so that a localization is data and two lines
 * of code. Columns are those of the records in {@link Chart}, in their order; several roles are joined by commas.
 * Stateless.
 */
public final class ChartFiles {

    private ChartFiles() {
    }

    /**
     * Reads the files beside a class.
     *
     * @param owner class of the localization bundle
     * @param folder absolute resource folder, for example {@code /chart}
     * @throws IllegalStateException if a file is missing or a row cannot be read, naming the row
     */
    public static Chart read(Class<?> owner, String folder) {
        return new Chart(rows(owner, folder + "/accounts.tsv", ChartFiles::account),
                rows(owner, folder + "/journals.tsv", ChartFiles::journal),
                rows(owner, folder + "/taxes.tsv", ChartFiles::tax));
    }

    private static Chart.Account account(String[] row) {
        List<AccountRole> roles = row[5] == null ? List.of()
                : Arrays.stream(row[5].split(",")).map(AccountRole::valueOf).collect(Collectors.toList());
        return new Chart.Account(row[0], row[1], row[2], AccountType.valueOf(row[3]), row[4], roles, Boolean.parseBoolean(row[6]));
    }

    private static Chart.Journal journal(String[] row) {
        return new Chart.Journal(row[0], row[1], row[2], row[3], row[4], Boolean.parseBoolean(row[5]));
    }

    private static Chart.Tax tax(String[] row) {
        return new Chart.Tax(row[0], row[1], row[2], row[3], row[4], new BigDecimal(row[5]), Boolean.parseBoolean(row[6]),
                Boolean.parseBoolean(row[7]), Integer.parseInt(row[8]), AccountRole.valueOf(row[9]));
    }

    private static <T> List<T> rows(Class<?> owner, String file, Function<String[], T> reader) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Chart file missing: " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> read(file, line, reader)).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String file, String line, Function<String[], T> reader) {
        try {
            return reader.apply(Arrays.stream(line.split("\t", -1)).map(String::trim)
                    .map(value -> value.equals("-") ? null : value).toArray(String[]::new));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(file + ": cannot read row: " + line, e);
        }
    }
}
