package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A file of customers from an old system, written in GB18030: recognised, mapped, tried, corrected by its rejects, kept. */
class ImportTest {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final int GOOD = 25;

    private final int mark = ThreadLocalRandom.current().nextInt(1_000_000);

    @Test
    void aFileIsTriedWithItsProblemsBesideTheRowsAndThenKept() {
        String prefix = "I" + mark + "-";
        List<String> rows = new ArrayList<>(List.of("编码;名称;电话;信用额度"));
        for (int i = 0; i < GOOD; i++) {
            rows.add(prefix + i + ";导入客户 " + i + ";138000000" + (10 + i) + ";" + (1000 + i) + ".50");
        }
        rows.add(prefix + "bad;坏数;1;abc");
        rows.add(prefix + "empty;;1;5");
        byte[] file = String.join("\n", rows).getBytes(Charset.forName("GB18030"));
        List<String> found = new ArrayList<>();
        try (Desk desk = Demo.desk("en", "light", DESK).signedIn()) {
            Page page = desk.open("/app/import?model=masters.party").page();
            page.locator(".drop input").setInputFiles(new FilePayload("customers.csv", "text/csv", file));
            assertThat(page.getByLabel("Encoding")).hasValue("GB18030");
            assertThat(page.getByLabel("Columns are separated by")).hasValue(";");
            page.getByLabel("Field for 编码").selectOption("code");
            page.getByLabel("Field for 名称").selectOption("name");
            page.getByLabel("Field for 电话").selectOption("phone");
            page.getByLabel("Field for 信用额度").selectOption("creditLimit");
            page.getByText("Totals of the sender").click();
            page.getByLabel("Number of rows").fill("99");
            page.keyboard().press("Tab");
            Clean.look(desk, "import-map", found);

            desk.button("Trial run").click();
            assertThat(page.locator(".run")).containsText("Failed");
            page.getByLabel("Number of rows").fill(String.valueOf(GOOD + 2));
            page.keyboard().press("Tab");
            desk.button("Trial run").click();
            Locator run = page.locator(".run");
            assertThat(run).containsText("Trial run: nothing was kept");
            assertThat(run.locator(".tally")).containsText("Refused");
            assertThat(run.locator(".map-table tbody tr")).hasCount(2);
            assertThat(run.locator(".map-table")).containsText("abc");
            Clean.look(desk, "import-tried", found);

            run.getByText("Import", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(run).containsText("Imported");
            page.reload();
            assertThat(page.locator(".run")).containsText("customers.csv");
            assertThat(page.locator(".run .map-table tbody tr")).hasCount(2);
            desk.button("Show the records").click();
            assertThat(page.locator(".tbody .tr").first()).isVisible();
            long there = Demo.admin().get("/masters/parties?count=true&limit=1&fields=id&filter=code==" + prefix + "*").expect(200).json()
                    .path("total").asLong();
            assertThat(there).isEqualTo(GOOD);
            assertThat(desk.complaints()).isEmpty();
        }
        cardsOnAPhone(found);
        assertThat(found).isEmpty();
    }

    private void cardsOnAPhone(List<String> found) {
        String cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + mark + ";周;;;\r\nFN:周 " + mark + "\r\nTEL:13900000000\r\nEND:VCARD\r\n";
        try (Desk desk = Demo.desk("zh", "dark", PHONE).signedIn()) {
            Page page = desk.open("/app/import?model=masters.party").page();
            page.locator(".drop input").setInputFiles(new FilePayload("people.vcf", "text/vcard",
                    cards.getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator(".run .tally")).containsText("接受");
            Clean.look(desk, "import-cards-phone", found);
        }
    }
}
