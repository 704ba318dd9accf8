package org.ashlar.platform.documents.internal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** Reads from the finished PDF where things stand, as a ruler on the paper would. */
class PressedPaperTest {

    private static final String NOTE = "<html><head></head><body style=\"font-family:'Ashlar Sans';font-size:9pt\"><div class=\"sheet\">"
            + "<div class=\"at\" style=\"left:20mm;top:16mm\">客户甲</div><div class=\"at\" style=\"left:200mm;top:5mm\" data-page></div>"
            + "<table class=\"at\" style=\"left:8mm;top:30mm\" data-page-rows=\"2\"><thead style=\"display:none\"><tr><th></th>"
            + "<th data-sum></th></tr></thead><tbody><tr><td>A</td><td>1.50</td></tr><tr><td>B</td><td>2.50</td></tr>"
            + "<tr><td>C</td><td>10.00</td></tr></tbody></table></div></body></html>";

    @TempDir
    private Path data;
    private PdfPress press;

    @BeforeEach
    void givenAPress() {
        press = new PdfPress((BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, args) -> method.getName().equals("getProperty") ? data.toString() : null));
    }

    private byte[] pressed(String right, String down) {
        Document page = Jsoup.parse(NOTE);
        new PageRows(Locale.CHINA, "本页小计").apply(page);
        new Paper(new BigDecimal("241"), new BigDecimal("93"), new BigDecimal(right), new BigDecimal(down), null).apply(page);
        return press.pdf(page);
    }

    /** Left edge and baseline of each text on the first page, in mm. */
    private static Map<String, double[]> places(byte[] pdf) throws IOException {
        Map<String, double[]> places = new HashMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    places.putIfAbsent(text.strip(), new double[] {mm(positions.get(0).getXDirAdj()), mm(positions.get(0).getYDirAdj())});
                }
            };
            stripper.setEndPage(1);
            stripper.writeText(document, new StringWriter());
        }
        return places;
    }

    private static double mm(double points) {
        return points / 72 * 25.4;
    }

    @Test
    void everySheetIsOnePageAndHasItsSubtotal() throws IOException {
        try (PDDocument document = Loader.loadPDF(pressed("0", "0"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(mm(document.getPage(0).getMediaBox().getWidth())).isCloseTo(241, within(0.1));
            assertThat(mm(document.getPage(0).getMediaBox().getHeight())).isCloseTo(93, within(0.1));
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(1);
            stripper.setEndPage(1);
            assertThat(stripper.getText(document)).contains("客户甲", "1 / 2", "本页小计", "4.00").doesNotContain("10.00");
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("客户甲", "2 / 2", "本页小计", "10.00").doesNotContain("2.50");
        }
    }

    @Test
    void whatIsPrintedStandsWhereTheTemplateSaysPlusThePrintersOffset() throws IOException {
        Map<String, double[]> straight = places(pressed("0", "0"));
        Map<String, double[]> moved = places(pressed("-2.5", "4"));
        assertThat(straight.get("客户甲")[0]).isCloseTo(20, within(0.2));
        assertThat(straight.get("客户甲")[1]).isBetween(16.0, 20.0);
        for (String text : List.of("客户甲", "1 / 2", "A", "本页小计")) {
            assertThat(moved.get(text)[0] - straight.get(text)[0]).as(text).isCloseTo(-2.5, within(0.05));
            assertThat(moved.get(text)[1] - straight.get(text)[1]).as(text).isCloseTo(4, within(0.05));
        }
    }
}
