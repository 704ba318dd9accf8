package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.ashlar.masters.internal.domain.UnitTable.Conversion;
import org.ashlar.masters.internal.domain.UnitTable.Unit;
import org.junit.jupiter.api.Test;

class UnitTableTest {

    private static final UnitTable TABLE = table();

    private static UnitTable table() {
        Map<String, Unit> units = new HashMap<>();
        for (Unit unit : List.of(new Unit("MTR", "LENGTH", Fraction.of(1, 1), 3),
                new Unit("CMT", "LENGTH", Fraction.of(1, 100), 3), new Unit("INH", "LENGTH", Fraction.of(254, 10_000), 3),
                new Unit("KGM", "MASS", Fraction.of(1, 1), 3), new Unit("LBR", "MASS", Fraction.of(45_359_237, 100_000_000), 3),
                new Unit("EA", "COUNT", Fraction.of(1, 1), 0), new Unit("DZN", "COUNT", Fraction.of(12, 1), 0),
                new Unit("BOX", "NONE", null, 0), new Unit("CS", "NONE", null, 0))) {
            units.put(unit.code(), unit);
        }
        return new UnitTable(units);
    }

    private static BigDecimal convert(String quantity, String from, String to, Conversion... own) {
        return TABLE.ratio(from, to, List.of(own)).orElseThrow().times(new BigDecimal(quantity));
    }

    @Test
    void hundredAndFiftyCentimetresAreExactlyOneAndAHalfMetres() {
        assertThat(convert("150", "CMT", "MTR")).isEqualTo(new BigDecimal("1.5"));
        assertThat(convert("1.5", "MTR", "CMT")).isEqualTo(new BigDecimal("150"));
    }

    @Test
    void publishedFactorsAreExact() {
        assertThat(convert("1", "INH", "CMT")).isEqualTo(new BigDecimal("2.54"));
        assertThat(convert("1", "LBR", "KGM")).isEqualTo(new BigDecimal("0.45359237"));
    }

    @Test
    void nothingLeadsFromOneDimensionToAnother() {
        assertThat(TABLE.ratio("KGM", "MTR", List.of())).isEmpty();
        assertThat(TABLE.ratio("BOX", "EA", List.of())).isEmpty();
        assertThat(TABLE.ratio("BOX", "CS", List.of())).isEmpty();
        assertThat(TABLE.ratio("EA", "XXX", List.of())).isEmpty();
    }

    @Test
    void aProductsOwnConversionsAreChainedWithTheGeneralOnes() {
        Conversion box = new Conversion("BOX", "EA", Fraction.of(12, 1));
        Conversion crate = new Conversion("CS", "BOX", Fraction.of(4, 1));
        Conversion piece = new Conversion("EA", "KGM", Fraction.of(new BigDecimal("2.5"), BigDecimal.ONE));
        assertThat(convert("1", "BOX", "EA", box)).isEqualTo(new BigDecimal("12"));
        assertThat(convert("2", "CS", "DZN", box, crate)).isEqualTo(new BigDecimal("8"));
        assertThat(convert("36", "EA", "CS", box, crate)).isEqualTo(new BigDecimal("0.75"));
        assertThat(convert("1", "CS", "LBR", box, crate, piece).doubleValue()).isBetween(264.554, 264.555);
    }

    @Test
    void aProductsOwnConversionBeatsTheGeneralFactor() {
        assertThat(convert("1", "DZN", "EA", new Conversion("DZN", "EA", Fraction.of(13, 1)))).isEqualTo(new BigDecimal("13"));
    }

    @Test
    void resultsThatDoNotEndAreRoundedLate() {
        assertThat(convert("1", "EA", "DZN")).isEqualTo(new BigDecimal("0.083333333333"));
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("MTR", "CMT", "INH");
    }

    @Property
    void thereAndBackAgainIsExact(@ForAll("units") String from, @ForAll("units") String to,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal quantity) {
        Fraction there = TABLE.ratio(from, to, List.of()).orElseThrow();
        Fraction back = TABLE.ratio(to, from, List.of()).orElseThrow();
        assertThat(there.times(back)).isEqualTo(Fraction.ONE);
        assertThat(there.times(back).times(quantity)).isEqualByComparingTo(quantity);
    }

    @Property
    void oneWayIsAsGoodAsAnother(@ForAll("units") String a, @ForAll("units") String b, @ForAll("units") String c) {
        Fraction direct = TABLE.ratio(a, c, List.of()).orElseThrow();
        Fraction around = TABLE.ratio(a, b, List.of()).orElseThrow().times(TABLE.ratio(b, c, List.of()).orElseThrow());
        assertThat(around).isEqualTo(direct);
    }

    @Property
    void packagesConvertBackToWholePackages(@ForAll @IntRange(min = 1, max = 1000) int content,
            @ForAll @IntRange(min = 1, max = 10_000) int packages) {
        Conversion own = new Conversion("BOX", "EA", Fraction.of(content, 1));
        BigDecimal pieces = convert(String.valueOf(packages), "BOX", "EA", own);
        assertThat(pieces).isEqualByComparingTo(String.valueOf((long) content * packages));
        assertThat(convert(pieces.toPlainString(), "EA", "BOX", own)).isEqualByComparingTo(String.valueOf(packages));
    }
}
