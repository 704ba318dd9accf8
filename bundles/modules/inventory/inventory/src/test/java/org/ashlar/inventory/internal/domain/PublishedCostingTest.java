package org.ashlar.inventory.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ashlar.inventory.Against;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that others published for the costing methods; see FEATURES, worked examples. */
class PublishedCostingTest {

    @ParameterizedTest
    @CsvSource({"FIFO,10,20,30", "AVERAGE,20,20,20", "STANDARD,15,15,15"})
    void threeReceiptsAndThreeIssues(CostMethod method, String first, String second, String third) {
        CostingFigures book = new CostingFigures(method);
        book.in(1, "1", "10.00");
        book.in(1, "1", "20.00");
        book.in(1, "1", "30.00");
        List<CostEvent> issues = List.of(book.out(32, "1"), book.out(60, "1"), book.out(91, "1"));
        assertThat(issues).extracting(i -> book.total(i, Against.CONSUMPTION).negate().stripTrailingZeros().toPlainString())
                .containsExactly(first, second, third);
        assertThat(book.state.value()).isEqualByComparingTo("0");
        assertThat(book.writtenValue()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"FIFO", "AVERAGE"})
    void lateChargeAfterEverythingWasSold(CostMethod method) {
        CostingFigures book = new CostingFigures(method);
        CostEvent receipt = book.in(1, "1", "10.00");
        CostEvent issue = book.out(15, "1");
        assertThat(book.total(issue, Against.CONSUMPTION)).isEqualByComparingTo("-10");
        CostEvent charge = book.late(41, receipt, "2.00");
        assertThat(book.total(charge, Against.SUPPLY)).isEqualByComparingTo("2");
        assertThat(book.total(charge, Against.CONSUMPTION)).isEqualByComparingTo("-2");
        assertThat(book.state.value()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"FIFO", "AVERAGE"})
    void lateChargeAfterFourOfTenWereSold(CostMethod method) {
        CostingFigures book = new CostingFigures(method);
        CostEvent receipt = book.in(1, "10", "100.00");
        book.out(2, "4");
        CostEvent charge = book.late(3, receipt, "10.00");
        assertThat(book.total(charge, Against.CONSUMPTION)).isEqualByComparingTo("-4");
        assertThat(book.state.value()).isEqualByComparingTo("66");
    }

    @Test
    void receiptAtOtherThanStandardCostIsAPriceDifference() {
        CostingFigures book = new CostingFigures(CostMethod.STANDARD);
        CostEvent receipt = book.in(1, "2", "20.00");
        assertThat(book.total(receipt, Against.SUPPLY)).isEqualByComparingTo("20");
        assertThat(book.total(receipt, Against.PRICE_DIFFERENCE)).isEqualByComparingTo("10");
        assertThat(book.state.value()).isEqualByComparingTo("30");
    }

    @Test
    void newStandardCostRestatesWhatIsThere() {
        CostingFigures book = new CostingFigures(CostMethod.STANDARD);
        book.in(1, "3", "45.00");
        CostEvent issue = book.enter(book.event(CostEvent.Type.OUT, 2, "1", "0", null, Against.CONSUMPTION, "16"));
        assertThat(book.total(issue, Against.PRICE_DIFFERENCE)).isEqualByComparingTo("3");
        assertThat(book.total(issue, Against.CONSUMPTION)).isEqualByComparingTo("-16");
        assertThat(book.state.value()).isEqualByComparingTo("32");
    }

    @Test
    void thirdsLeaveNoCentBehind() {
        CostingFigures book = new CostingFigures(CostMethod.AVERAGE);
        book.in(1, "3", "10.00");
        List<CostEvent> issues = List.of(book.out(2, "1"), book.out(3, "1"), book.out(4, "1"));
        assertThat(issues).extracting(i -> book.total(i, Against.CONSUMPTION).toPlainString())
                .containsExactly("-3.33", "-3.34", "-3.33");
        assertThat(book.state.value()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"FIFO,-10", "AVERAGE,-15"})
    void customerReturnComesBackAtWhatItLeftAt(CostMethod method, String cost) {
        CostingFigures book = new CostingFigures(method);
        book.in(1, "1", "10.00");
        book.in(1, "1", "20.00");
        CostEvent delivery = book.out(2, "1");
        book.in(3, "1", "90.00");
        CostEvent back = book.back(CostEvent.Type.RETURN_IN, 4, "1", delivery);
        assertThat(book.total(delivery, Against.CONSUMPTION)).isEqualByComparingTo(cost);
        assertThat(book.total(back, Against.CONSUMPTION)).isEqualByComparingTo(book.total(delivery, Against.CONSUMPTION).negate());
    }

    @Test
    void vendorReturnGoesAtWhatItCameFor() {
        CostingFigures book = new CostingFigures(CostMethod.AVERAGE);
        CostEvent dear = book.in(1, "10", "200.00");
        book.in(1, "10", "100.00");
        CostEvent back = book.back(CostEvent.Type.RETURN_OUT, 2, "10", dear);
        assertThat(book.total(back, Against.SUPPLY)).isEqualByComparingTo("-200");
        assertThat(book.state.value()).isEqualByComparingTo("100");
    }

    @Test
    void vendorReturnOfTheLastPieceTakesTheRestAndBooksTheDifference() {
        CostingFigures book = new CostingFigures(CostMethod.AVERAGE);
        CostEvent dear = book.in(1, "1", "20.00");
        book.in(1, "1", "10.00");
        book.out(2, "1");
        CostEvent back = book.back(CostEvent.Type.RETURN_OUT, 3, "1", dear);
        assertThat(book.total(back, Against.SUPPLY)).isEqualByComparingTo("-20");
        assertThat(book.total(back, Against.PRICE_DIFFERENCE)).isEqualByComparingTo("5");
        assertThat(book.state.value()).isEqualByComparingTo("0");
    }

    @Test
    void backdatedReceiptRecostsTheIssueAfterIt() {
        CostingFigures book = new CostingFigures(CostMethod.FIFO);
        book.in(5, "1", "10.00");
        CostEvent issue = book.out(10, "1");
        book.in(1, "1", "12.00");
        assertThat(book.replays).isEqualTo(1);
        assertThat(book.total(issue, Against.CONSUMPTION)).isEqualByComparingTo("-12");
        assertThat(book.state.value()).isEqualByComparingTo("10");
    }
}
