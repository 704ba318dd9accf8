package org.ashlar.itests.browser;

import org.junit.jupiter.api.Test;

/** Long measurements of the interface, run by {@code ./ashlar bench ui}; the name keeps them out of {@code ./ashlar test}. */
class UiBench {

    @Test
    void aMillionRowsScroll() {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Frames.million(desk.page(), "/masters/parties", Demo.admin());
            desk.open("/app/r/masters.party").page().locator(".tbody .td b").first().waitFor();
            for (int step : new int[] {40, 400, 4_000}) {
                System.getLogger("bench").log(System.Logger.Level.INFO, "million rows, " + step + " px a frame: "
                        + Frames.scroll(desk.page(), ".table", 5, step));
            }
        }
    }

    @Test
    void keysInALongForm() {
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            desk.open("/app/r/sales.order/new").page().locator("#field-note, .fields input").first().click();
            System.getLogger("bench").log(System.Logger.Level.INFO, "keys in an order: " + Frames.keys(desk.page(), "abcdefghij"));
        }
    }
}
