package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ashlar.masters.PriceStep;
import org.ashlar.masters.internal.domain.PriceTable.Row;
import org.ashlar.masters.internal.domain.PriceTable.Validity;
import org.junit.jupiter.api.Test;

class PriceSearchTest {

    private static final long PRODUCT = 1;
    private static final long CATEGORY = 10;
    private static final long PARENT_CATEGORY = 11;
    private static final long CUSTOMER = 100;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    private static Row row(long id, Long product, Long category, Long party, String from, String price) {
        return new Row(id, product, category, party, new BigDecimal(from), null, new BigDecimal(price), BigDecimal.ZERO,
                Validity.ALWAYS);
    }

    private static PriceTable table(Row... rows) {
        return new PriceTable(7, "LIST", "CNY", false, true, Validity.ALWAYS, List.of(rows));
    }

    /** Twelve EA are one BOX; nothing else converts. */
    private static PriceSearch.Subject subject(String quantity, String unit) {
        BigDecimal wanted = new BigDecimal(quantity);
        BigDecimal pieces = "BOX".equals(unit) ? wanted.multiply(BigDecimal.valueOf(12)) : wanted;
        return new PriceSearch.Subject(PRODUCT, List.of(CATEGORY, PARENT_CATEGORY), CUSTOMER, DAY, unit, "EA",
                to -> switch (to) {
                    case "EA" -> pieces;
                    case "BOX" -> Fraction.of(1, 12).times(pieces);
                    default -> null;
                });
    }

    private static long winner(PriceTable table, String quantity) {
        return new PriceSearch().find(table, subject(quantity, "EA")).orElseThrow().row().id();
    }

    @Test
    void theMoreSpecificRowWins() {
        Row all = row(1, null, null, null, "0", "90");
        Row parent = row(2, null, PARENT_CATEGORY, null, "0", "80");
        Row category = row(3, null, CATEGORY, null, "0", "70");
        Row product = row(4, PRODUCT, null, null, "0", "60");
        Row customersCategory = row(5, null, CATEGORY, CUSTOMER, "0", "50");
        Row customersProduct = row(6, PRODUCT, null, CUSTOMER, "0", "40");
        assertThat(winner(table(all), "1")).isEqualTo(1);
        assertThat(winner(table(all, parent), "1")).isEqualTo(2);
        assertThat(winner(table(all, parent, category), "1")).isEqualTo(3);
        assertThat(winner(table(all, parent, category, product), "1")).isEqualTo(4);
        assertThat(winner(table(all, parent, category, product, customersCategory), "1")).isEqualTo(5);
        assertThat(winner(table(all, parent, category, product, customersCategory, customersProduct), "1")).isEqualTo(6);
    }

    @Test
    void anotherCustomersRowDoesNotCount() {
        PriceSearch search = new PriceSearch();
        assertThat(search.find(table(row(1, PRODUCT, null, 101L, "0", "1")), subject("1", "EA"))).isEmpty();
        assertThat(search.steps()).extracting(PriceStep::verdict).containsExactly("NO_ROW");
    }

    @Test
    void theHighestTierThatIsReachedWins() {
        PriceTable table = table(row(1, PRODUCT, null, null, "1", "100"), row(2, PRODUCT, null, null, "10", "95"),
                row(3, PRODUCT, null, null, "100", "80"));
        assertThat(winner(table, "9.999")).isEqualTo(1);
        assertThat(winner(table, "10")).isEqualTo(2);
        assertThat(winner(table, "500")).isEqualTo(3);
    }

    @Test
    void aMoreSpecificRowThatIsNotReachedGivesWay() {
        PriceTable table = table(row(1, null, CATEGORY, null, "0", "70"), row(2, PRODUCT, null, null, "10", "60"));
        PriceSearch search = new PriceSearch();
        Optional<PriceSearch.Found> found = search.find(table, subject("5", "EA"));
        assertThat(found.orElseThrow().row().id()).isEqualTo(1);
        assertThat(search.steps()).containsExactly(
                new PriceStep("LIST", 2L, "QUANTITY_TOO_SMALL", new BigDecimal("60"), new BigDecimal("10")));
    }

    @Test
    void onlyRowsOfTheDayCountAndTheLatestStartWins() {
        Row old = new Row(1, PRODUCT, null, null, BigDecimal.ZERO, null, BigDecimal.TEN, BigDecimal.ZERO,
                new Validity(null, DAY.minusDays(1)));
        Row present = new Row(2, PRODUCT, null, null, BigDecimal.ZERO, null, BigDecimal.TEN, BigDecimal.ZERO,
                new Validity(DAY, DAY));
        Row always = row(3, PRODUCT, null, null, "0", "12");
        Row next = new Row(4, PRODUCT, null, null, BigDecimal.ZERO, null, BigDecimal.TEN, BigDecimal.ZERO,
                new Validity(DAY.plusDays(1), null));
        assertThat(winner(table(always, old, present, next), "1")).isEqualTo(2);
    }

    @Test
    void tiersInDifferentUnitsCompareByWhatTheyNeed() {
        Row piece = row(1, PRODUCT, null, null, "10", "9");
        Row box = new Row(2, PRODUCT, null, null, BigDecimal.ONE, "BOX", new BigDecimal("100"), BigDecimal.ZERO,
                Validity.ALWAYS);
        Row pallet = new Row(3, PRODUCT, null, null, BigDecimal.ONE, "PF", BigDecimal.ONE, BigDecimal.ZERO,
                Validity.ALWAYS);
        assertThat(winner(table(piece, box, pallet), "11")).isEqualTo(1);
        assertThat(winner(table(piece, box, pallet), "12")).isEqualTo(2);
    }

    @Test
    void atEqualTiersTheRowInTheWantedUnitWins() {
        Row piece = row(1, PRODUCT, null, null, "0", "9");
        Row box = new Row(2, PRODUCT, null, null, BigDecimal.ZERO, "BOX", new BigDecimal("100"), BigDecimal.ZERO,
                Validity.ALWAYS);
        assertThat(winner(table(box, piece), "24")).isEqualTo(1);
        assertThat(new PriceSearch().find(table(piece, box), subject("2", "BOX")).orElseThrow().row().id()).isEqualTo(2);
    }

    @Test
    void slabsGetTheTiersBelowTheWinner() {
        PriceTable table = new PriceTable(7, "SLAB", "CNY", true, true, Validity.ALWAYS, List.of(
                row(3, PRODUCT, null, null, "20", "80"), row(1, PRODUCT, null, null, "1", "100"),
                row(2, PRODUCT, null, null, "10", "90"), row(4, PRODUCT, null, null, "50", "70")));
        PriceSearch.Found found = new PriceSearch().find(table, subject("30", "EA")).orElseThrow();
        assertThat(found.row().id()).isEqualTo(3);
        assertThat(found.tiers()).extracting(Row::id).containsExactly(1L, 2L, 3L);
        assertThat(found.quantity()).isEqualByComparingTo("30");
    }

    @Test
    void aListOutOfDateIsNotUsed() {
        PriceTable table = new PriceTable(7, "OLD", "CNY", false, true, new Validity(null, DAY.minusDays(1)),
                List.of(row(1, PRODUCT, null, null, "0", "1")));
        PriceSearch search = new PriceSearch();
        assertThat(search.find(table, subject("1", "EA"))).isEmpty();
        assertThat(search.steps()).extracting(PriceStep::verdict).containsExactly("NOT_VALID_ON_DATE");
    }
}
