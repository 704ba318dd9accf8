package org.ashlar.platform.documents.internal.print;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.problem.Problem;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Deals the rows of a table out to pages, each with its subtotal (本页小计). A template asks for it: a table with
 * {@code data-page-rows="10"} has at most ten rows on a page; {@code data-sum} on a heading sums that column;
 * {@code data-fill} fills the last page with empty rows. Inside an element of class {@code sheet} the whole sheet is repeated
 * on each page, without what is marked {@code data-last} on all but the last; {@code data-page} shows "1 / 3". Pure.
 */
final class PageRows {

    static final String ROWS = "data-page-rows";

    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 2_000;

    private final Locale locale;
    private final String subtotal;

    /**
     * How to write.
     *
     * @param locale in which the cells were filled
     * @param subtotal what a subtotal is called
     */
    PageRows(Locale locale, String subtotal) {
        this.locale = locale;
        this.subtotal = subtotal;
    }

    /** Deals out the rows of every table that asks for it. */
    void apply(Document page) {
        for (Element table : page.select("table[" + ROWS + "]")) {
            int rows = rows(table.attr(ROWS));
            Element sheet = table.closest(".sheet");
            table.removeAttr(ROWS);
            table.attr("data-paged", "");
            Element whole = sheet == null ? table : sheet;
            Elements all = bodyRows(table);
            int pages = Math.max(1, (all.size() + rows - 1) / rows);
            if (pages > MOST_PAGES) {
                throw Problem.rule("body", "platform.print.tooLarge");
            }
            List<Element> copies = new ArrayList<>();
            for (int i = 0; i < pages; i++) {
                copies.add(copy(whole, i, pages, rows));
            }
            copies.forEach(whole::before);
            whole.remove();
        }
        page.select("[data-paged]").removeAttr("data-paged");
    }

    private static int rows(String text) {
        int rows = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (rows < 1 || rows > MOST_ROWS) {
            throw Problem.rule("body", "platform.print.pageRows", MOST_ROWS);
        }
        return rows;
    }

    private static Elements bodyRows(Element table) {
        return table.select("> tbody > tr");
    }

    private Element copy(Element whole, int page, int pages, int rows) {
        Element copy = whole.clone();
        Element table = copy.is("[data-paged]") ? copy : copy.selectFirst("[data-paged]");
        Elements all = bodyRows(table);
        for (int i = 0; i < all.size(); i++) {
            if (i < page * rows || i >= (page + 1) * rows) {
                all.get(i).remove();
            }
        }
        boolean last = page == pages - 1;
        fill(table, rows - Math.min(rows, all.size() - page * rows));
        sum(table);
        if (!last) {
            copy.select("[data-last], tfoot").remove();
        }
        copy.select("[data-page]").forEach(mark -> mark.text((page + 1) + " / " + pages));
        if (!last) {
            copy.attr("style", copy.attr("style") + ";page-break-after:always");
        }
        return copy;
    }

    private static void fill(Element table, int missing) {
        int columns = table.select("> thead > tr > th").size();
        Element body = table.selectFirst("> tbody");
        for (int i = 0; table.hasAttr("data-fill") && body != null && i < missing; i++) {
            body.appendElement("tr").append("<td>&#160;</td>".repeat(columns));
        }
    }

    private void sum(Element table) {
        Elements heads = table.select("> thead > tr > th");
        Element body = table.selectFirst("> tbody");
        if (heads.stream().noneMatch(h -> h.hasAttr("data-sum")) || body == null) {
            return;
        }
        Elements rows = bodyRows(table);
        Element row = body.appendElement("tr").addClass("subtotal");
        boolean named = false;
        for (int column = 0; column < heads.size(); column++) {
            Element cell = row.appendElement("td");
            if (heads.get(column).hasAttr("data-sum")) {
                cell.addClass("n").text(total(rows, column));
            } else if (!named) {
                cell.text(subtotal);
                named = true;
            }
        }
    }

    /** The sum with as many decimals as the cells show; nothing if a cell is no number. */
    private String total(Elements rows, int column) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setParseBigDecimal(true);
        BigDecimal sum = BigDecimal.ZERO;
        int decimals = 0;
        for (Element row : rows) {
            Elements cells = row.select("> td");
            String text = column < cells.size() ? cells.get(column).text().replace('\u00a0', ' ').strip() : "";
            if (!text.isEmpty()) {
                ParsePosition end = new ParsePosition(0);
                BigDecimal value = (BigDecimal) format.parse(text, end);
                if (value == null || end.getIndex() != text.length()) {
                    return "";
                }
                decimals = Math.max(decimals, value.scale());
                sum = sum.add(value);
            }
        }
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(sum);
    }
}
