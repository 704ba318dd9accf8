package org.ashlar.platform.documents.internal.print;

import java.math.BigDecimal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Preprinted paper (套打): its size, how far this printer is off, and on screen its picture. Everything on it stands at
 * millimetres from its upper left corner. Pure.
 *
 * @param width in mm
 * @param height in mm
 * @param right by how much to move what is printed to the right, in mm; negative: to the left
 * @param down by how much to move it down, in mm
 * @param picture {@code data:} address of what is printed on it already, {@code null}: leave it out
 */
record Paper(BigDecimal width, BigDecimal height, BigDecimal right, BigDecimal down, String picture) {

    /** A hair less than the paper, so that rounding never begins another page. */
    private static final BigDecimal HAIR = new BigDecimal("0.2");

    /** Puts every sheet of a document on this paper; a document without one is one. */
    void apply(Document page) {
        page.head().appendElement("style").appendChild(new org.jsoup.nodes.DataNode("@page{size:" + mm(width) + " " + mm(height)
                + ";margin:0;@bottom-right{content:none}}html{font-family:'Ashlar Sans';font-size:9pt}body{margin:0;padding:0;line-height:1.25}"
                + ".at{position:absolute;white-space:nowrap}.at.wrap{white-space:normal}"));
        if (page.select(".sheet").isEmpty()) {
            Element sheet = new Element("div").addClass("sheet");
            page.body().childNodesCopy().forEach(sheet::appendChild);
            page.body().empty().appendChild(sheet);
        }
        Elements sheets = page.select(".sheet");
        for (Element sheet : sheets) {
            Element paper = new Element("div").attr("style", "position:relative;overflow:hidden;width:" + mm(width) + ";height:"
                    + mm(height.subtract(HAIR)) + (sheet == sheets.last() ? "" : ";page-break-after:always"));
            sheet.before(paper);
            if (picture != null) {
                paper.appendElement("img").attr("src", picture).attr("style", "position:absolute;left:0;top:0;width:"
                        + mm(width) + ";height:" + mm(height.subtract(HAIR)));
            }
            sheet.attr("style", "position:absolute;left:" + mm(right) + ";top:" + mm(down) + ";width:" + mm(width) + ";height:"
                    + mm(height.subtract(HAIR)));
            paper.appendChild(sheet);
        }
    }

    private static String mm(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString() + "mm";
    }
}
