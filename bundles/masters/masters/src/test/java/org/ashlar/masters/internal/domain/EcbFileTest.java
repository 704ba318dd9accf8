package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbFileTest {

    private static final String HISTORY = """
            Date,USD,JPY,TRL,
            2026-01-06,1.1,180.5,N/A,
            2026-01-05,1.105,181,,
            1999-01-04,1.1789,133.73,372274,
            """;

    private static EcbFile file(String text) {
        return new EcbFile(new StringReader(text));
    }

    @Test
    void readsTheHistoryFile() {
        EcbFile file = file(HISTORY);
        assertThat(file.currencies()).containsExactly("USD", "JPY", "TRL");
        assertThat(file.next()).isEqualTo(new EcbFile.Day(LocalDate.of(2026, 1, 6), List.of(
                new EcbFile.Rate("USD", new BigDecimal("1.1")), new EcbFile.Rate("JPY", new BigDecimal("180.5")))));
        assertThat(file.next().rates()).extracting(EcbFile.Rate::currency).containsExactly("USD", "JPY");
        assertThat(file.next().rates()).hasSize(3);
        assertThat(file.next()).isNull();
    }

    @Test
    void readsTheDailyFileWithSpacesAndEnglishMonths() {
        EcbFile file = file("\uFEFFDate, USD, JPY, \r\n13 April 2026, 1.1684, 186.75, \r\n");
        assertThat(file.next()).isEqualTo(new EcbFile.Day(LocalDate.of(2026, 4, 13), List.of(
                new EcbFile.Rate("USD", new BigDecimal("1.1684")), new EcbFile.Rate("JPY", new BigDecimal("186.75")))));
        assertThat(file.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date", "Datum,USD", "Date,usd", "Date,USD,<script>", "a,b"})
    void refusesOtherFiles(String header) {
        assertThatThrownBy(() -> file(header)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.code()).isEqualTo("masters.rates.header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30,1", "yesterday,1", "2026-01-05,-1", "2026-01-05,0", "2026-01-05,1e5",
        "2026-01-05,12345678901", "2026-01-05,0.00000000001", "2026-01-05,=1+1"})
    void namesTheLineThatItCannotRead(String line) {
        EcbFile file = file("Date,USD\n2026-01-06,1.1\n" + line + "\n");
        file.next();
        assertThatThrownBy(file::next).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).isEqualTo("masters.rates.cell");
            assertThat(p.args().get(0)).isEqualTo(3);
        });
    }

    @Test
    void refusesEndlessAndWideLines() {
        assertThatThrownBy(() -> file("Date,USD\n2026-01-06,1,2\n").next()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> file("Date,USD\n" + "9".repeat(100_000)).next()).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.code()).isEqualTo("masters.rates.columns"));
    }
}
