package org.ashlar.platform.documents.internal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ashlar.platform.problem.Problem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final byte[] DOT = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
            + "YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static Document on(String right, String down, String picture, String body) {
        Document page = Jsoup.parse(body);
        new Paper(new BigDecimal("241"), new BigDecimal("93.10"), new BigDecimal(right), new BigDecimal(down), picture).apply(page);
        return page;
    }

    @Test
    void everySheetIsAPageOfThePapersSizeMovedByThePrintersOffset() {
        Document page = on("-2.50", "4", null, "<div class=\"sheet\">a</div><div class=\"sheet\">b</div>");
        assertThat(page.head().selectFirst("style").data()).contains("@page{size:241mm 93.1mm;margin:0");
        assertThat(page.select(".sheet").eachAttr("style")).hasSize(2)
                .allMatch(style -> style.contains("left:-2.5mm;top:4mm"));
        assertThat(page.select(".sheet").get(0).parent().attr("style")).contains("page-break-after:always");
        assertThat(page.select(".sheet").get(1).parent().attr("style")).doesNotContain("page-break");
        assertThat(page.select("img")).isEmpty();
    }

    @Test
    void thePictureStaysWhereThePaperIs() {
        Document page = on("3", "3", "data:image/png;base64,AA==", "<div class=\"at\">a</div>");
        assertThat(page.select(".sheet .at")).hasSize(1);
        assertThat(page.selectFirst("img").attr("style")).contains("left:0;top:0;width:241mm");
        assertThat(page.selectFirst("img").nextElementSibling().hasClass("sheet")).isTrue();
    }

    @Test
    void onlySmallPicturesAreTaken() {
        assertThat(Pictures.address("image/png", DOT)).startsWith("data:image/png;base64,iVBOR");
        byte[] text = "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Pictures.address("image/png", text)).isInstanceOf(Problem.class)
                .hasMessageContaining("platform.print.picture");
    }
}
