package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Instance;
import org.junit.jupiter.api.Test;

/** The web interface of the built distribution with demo data in a real Chromium, as its users meet it. */
class WebInterfaceTest {
    private static final int DESK = 1440;
    private static final int MOST_REQUESTS = 25;
    private static final long MOST_BYTES = 100_000;

    private static Desk desk(String language, String theme, int width) {
        return Demo.desk(language, theme, width);
    }

    @Test
    void fromQuotationToCash() {
        try (Desk desk = desk("en", "light", DESK)) {
            Page page = desk.open("/").page();
            page.getByLabel("Login").fill("admin");
            page.locator("#sign-password").fill(Instance.ADMIN_PASSWORD);
            desk.button("Sign in").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sales orders")).first().click();
            page.locator(".page-head .primary").click();

            page.getByLabel("Customer").first().fill("张伟");
            desk.option("张伟").click();
            Locator line = page.locator("[data-line]").first();
            line.locator("[data-column=product] input").fill("Tool box");
            desk.option("Tool box").click();
            line.locator("[data-column=quantity] input").fill("1+1");
            page.keyboard().press("Control+s");
            page.waitForURL(Pattern.compile("sales\\.order/\\d+$"));
            assertThat(line.locator("[data-column=quantity] input")).hasValue("2");

            desk.button("Confirm").click();
            desk.button("Deliver").click();
            desk.agree("Deliver");
            desk.button("Invoice").click();
            desk.agree("Invoice");
            page.locator(".flow a", new Page.LocatorOptions().setHasText("Invoice")).first().click();
            page.waitForURL(Pattern.compile("finance\\.invoice/\\d+$"));
            assertThat(page.locator(".steps .now")).hasText(Pattern.compile("Draft|Posted"));
            if (desk.button("Post").isVisible()) {
                desk.button("Post").click();
            }
            desk.button("Register payment").click();
            desk.agree("Register payment");
            assertThat(page.locator(".steps .now")).hasText("Paid");
            desk.picture("invoice-en-light");
            org.assertj.core.api.Assertions.assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aMistakeStandsBesideItsFieldAndNothingTypedIsLost() {
        try (Desk desk = desk("zh", "light", DESK).signedIn()) {
            Page page = desk.open("/app/r/masters.party/new").page();
            page.locator("#field-code").fill("NEU-1");
            page.keyboard().press("Control+s");
            assertThat(page.locator(".field.bad .field-error").first()).isVisible();
            assertThat(page.locator("#field-code")).hasValue("NEU-1");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("概览")).first().click();
            assertThat(page.locator("dialog")).containsText("未保存");
            desk.agree("继续编辑");
            assertThat(page.locator("#field-code")).hasValue("NEU-1");
        }
    }

    @Test
    void twoPeopleChangeTheSameRecord() {
        try (Desk one = desk("en", "light", DESK).signedIn(); Desk two = desk("en", "light", DESK).signedIn()) {
            one.open("/app/r/masters.party");
            one.page().locator(".tbody .td b").first().click();
            one.page().waitForURL(Pattern.compile("masters\\.party/\\d+$"));
            two.page().navigate(one.page().url());
            one.page().locator("#field-phone").fill("111");
            two.page().locator("#field-phone").fill("222");
            one.page().keyboard().press("Control+s");
            assertThat(one.page().locator(".save-state")).containsText("All changes saved");
            two.page().keyboard().press("Control+s");
            assertThat(two.page().locator("dialog")).containsText("Changed at the same time");
            two.agree("Save the chosen values");
            assertThat(two.page().locator(".save-state")).containsText("All changes saved");
            assertThat(one.page().locator("#field-phone")).hasValue("222");
        }
    }

    @Test
    void theListIsLight() {
        try (Desk desk = desk("zh", "light", DESK).signedIn()) {
            List<Response> answers = new ArrayList<>();
            desk.page().onResponse(answers::add);
            desk.open("/app/r/sales.order").page().locator(".tbody .td b").first().waitFor();
            desk.page().waitForTimeout(500);
            long bytes = answers.stream().filter(r -> !r.url().endsWith("/events"))
                    .mapToLong(r -> r.request().sizes().responseBodySize).sum();
            org.assertj.core.api.Assertions.assertThat(answers).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
            Object elements = desk.page().evaluate("document.querySelectorAll('*').length");
            assertThat(((Number) elements).intValue()).isLessThan(1_000);
        }
    }
}
