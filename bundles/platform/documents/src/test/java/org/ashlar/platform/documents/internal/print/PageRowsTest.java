package org.ashlar.platform.documents.internal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.problem.Problem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageRowsTest {

    private static final String HEAD = "<thead><tr><th>商品</th><th data-sum>数量</th><th data-sum>金额</th></tr></thead><tbody>";

    private static String rows(int count, String amount) {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 1; i <= count; i++) {
            rows.append("<tr><td>").append(i).append("</td><td>").append(i).append("</td><td>").append(amount).append("</td></tr>");
        }
        return rows.append("</tbody>").toString();
    }

    private static Document dealt(String body, Locale locale) {
        Document page = Jsoup.parse(body);
        new PageRows(locale, "本页小计").apply(page);
        return page;
    }

    @Test
    void everyPageHasItsRowsAndItsSubtotal() {
        Document page = dealt("<table data-page-rows=\"10\">" + rows(23, "1,000.50") + "</table>", Locale.CHINA);
        assertThat(page.select("table")).hasSize(3);
        assertThat(page.select("tr.subtotal").eachText()).containsExactly("本页小计 55 10,005.00", "本页小计 155 10,005.00",
                "本页小计 66 3,001.50");
        assertThat(page.select("table").eachAttr("style")).allMatch(s -> s.contains("page-break-after:always")).hasSize(2);
        assertThat(page.select("tbody tr:not(.subtotal)")).hasSize(23);
    }

    @Test
    void exactlyFullPagesAreNotFollowedByAnEmptyOne() {
        assertThat(dealt("<table data-page-rows=\"10\">" + rows(20, "1") + "</table>", Locale.CHINA).select("table")).hasSize(2);
        assertThat(dealt("<table data-page-rows=\"10\">" + rows(0, "1") + "</table>", Locale.CHINA).select("table")).hasSize(1);
    }

    @Test
    void theLastPageIsFilledWithEmptyRows() {
        Document page = dealt("<table data-page-rows=\"4\" data-fill>" + rows(5, "2") + "</table>", Locale.CHINA);
        assertThat(page.select("table").get(1).select("tbody tr")).hasSize(5);
        assertThat(page.select("tr.subtotal").get(1).text()).isEqualTo("本页小计 5 2");
    }

    @Test
    void aSheetIsRepeatedWithWhatStandsOnTheLastPageOnly() {
        Document page = dealt("<div class=\"sheet\"><b>客户</b><i data-page></i><table data-page-rows=\"2\">" + rows(3, "1")
                + "</table><u data-last>总计</u></div>", Locale.CHINA);
        assertThat(page.select(".sheet b").eachText()).isEqualTo(List.of("客户", "客户"));
        assertThat(page.select(".sheet i").eachText()).containsExactly("1 / 2", "2 / 2");
        assertThat(page.select(".sheet u")).hasSize(1);
        assertThat(page.select(".sheet").get(1).select("u")).hasSize(1);
    }

    @Test
    void numbersAreReadAsTheLanguageWritesThem() {
        Document page = dealt("<table data-page-rows=\"2\">" + rows(2, "1.000,50") + "</table>", Locale.GERMANY);
        assertThat(page.selectFirst("tr.subtotal").text()).isEqualTo("本页小计 3 2.001,00");
        assertThat(dealt("<table data-page-rows=\"2\">" + rows(2, "n/a") + "</table>", Locale.CHINA).selectFirst("tr.subtotal")
                .text()).isEqualTo("本页小计 3");
    }

    @Test
    void aWrongNumberOfRowsIsRefused() {
        for (String wrong : List.of("0", "201", "x", "")) {
            assertThatThrownBy(() -> dealt("<table data-page-rows=\"" + wrong + "\">" + rows(1, "1") + "</table>", Locale.CHINA))
                    .isInstanceOf(Problem.class).hasMessageContaining("platform.print.pageRows");
        }
    }
}
