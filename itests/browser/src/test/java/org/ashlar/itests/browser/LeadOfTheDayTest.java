package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.junit.jupiter.api.Test;

/** The day of a salesperson on a phone: the lead that is due, a call, what was said, a customer, a deal that moves on. */
class LeadOfTheDayTest {
    private static final int PHONE = 390;

    private final int mark = ThreadLocalRandom.current().nextInt(1_000_000);
    private final String login = "seller-" + mark;
    private final String company = "晨光精密 " + mark;
    private final String mobile = "137%08d".formatted(mark);

    @Test
    void fromTheLeadThatIsDueToADealThatMovesOn() {
        Api admin = Demo.admin();
        JsonNode boot = admin.get("/boot").expect(200).json();
        LocalDate today = LocalDate.parse(boot.path("today").asText());
        long user = seller(admin, boot.path("company").path("id").asLong());
        long lead = admin.post("/crm/leads", Map.of("name", company, "contact", "周敏", "mobile", mobile, "owner", user,
                "nextActivityDate", today.toString(), "nextActivity", "电话了解需求")).expect(201).id();
        try (Desk desk = Demo.desk("zh", "light", PHONE)) {
            Page page = desk.open("/app/").page();
            page.locator("#sign-login, input[autocomplete=username]").first().fill(login);
            page.locator("#sign-password").fill(Instance.ADMIN_PASSWORD);
            desk.button("登录").click();
            page.locator(".bottom-bar").getByText("线索", new Locator.GetByTextOptions().setExact(true)).click();
            theLeadThatIsDue(desk, page);
            aCallAndWhatWasSaid(desk, page, lead, today);
            String deal = aCustomerAndADeal(desk, page);
            oneStageOnTheBoard(desk, page, deal);
            assertThat(desk.complaints()).isEmpty();
        }
        JsonNode done = admin.get("/crm/leads/" + lead).expect(200).json();
        assertThat(done.path("state").asText()).isEqualTo("CONVERTED");
    }

    private long seller(Api admin, long companyId) {
        long user = admin.post("/platform/users", Map.of("login", login, "name", "周晓彤", "department", "华东销售部", "locale", "zh",
                "roles", List.of(Map.of("role", "platform.user", "company", companyId),
                        Map.of("role", "crm.salesperson", "company", companyId)))).expect(201).id();
        admin.post("/platform/users/" + user + "/setPassword", Map.of("password", Instance.ADMIN_PASSWORD)).expect(200);
        return user;
    }

    private void theLeadThatIsDue(Desk desk, Page page) {
        page.locator(".quick").getByText("我的今日跟进").click();
        Locator due = page.locator(".phone-link");
        assertThat(due).hasCount(1);
        assertThat(due).containsText(company);
        desk.picture("lead-of-the-day-list");
        due.click();
    }

    private void aCallAndWhatWasSaid(Desk desk, Page page, long lead, LocalDate today) {
        assertThat(page.locator("a[href='tel:" + mobile + "']")).isVisible();
        desk.picture("lead-of-the-day-lead");
        desk.button("记录跟进").click();
        desk.agree("保存");
        assertThat(page.locator("dialog")).containsText("请填写跟进内容");
        page.locator("dialog textarea").fill("需要 40 套工具柜，月底前报价。");
        page.locator("dialog").getByLabel("下次跟进日期").fill(today.plusDays(3).toString());
        page.locator("dialog").getByLabel("下次跟进内容").fill("发送报价");
        desk.picture("lead-of-the-day-log");
        desk.agree("保存");
        assertThat(page.locator(".timeline").first()).containsText("40 套工具柜");
        assertThat(page.locator(".steps .now")).hasText("跟进中");
        assertThat(page.locator("#field-nextActivity")).hasValue("发送报价");
        page.locator(".timeline").first().scrollIntoViewIfNeeded();
        desk.picture("lead-of-the-day-history");
        assertThat(Demo.admin().get("/crm/leads/" + lead).expect(200).json().path("nextActivityDate").asText())
                .isEqualTo(today.plusDays(3).toString());
    }

    private String aCustomerAndADeal(Desk desk, Page page) {
        desk.button("确认有效").click();
        desk.button("转为客户").click();
        Locator dialog = page.locator("dialog");
        dialog.getByLabel("商机名称").fill("工具柜 " + mark);
        dialog.getByLabel("预计金额").fill("168000");
        desk.picture("lead-of-the-day-convert");
        desk.agree("转为客户");
        assertThat(page.locator(".steps .now")).hasText("已转化");
        Locator deal = page.locator(".flow a", new Page.LocatorOptions().setHasText("商机"));
        deal.click();
        page.waitForURL(Pattern.compile("crm\\.opportunity/\\d+$"));
        assertThat(page.locator("#field-amount")).hasValue(Pattern.compile("168,000.*"));
        desk.picture("lead-of-the-day-deal");
        return page.url().replaceAll(".*/", "");
    }

    private void oneStageOnTheBoard(Desk desk, Page page, String deal) {
        desk.open("/app/r/crm.opportunity?view=kanban");
        Locator card = page.locator(".kcard[data-id='" + deal + "']");
        card.getByRole(AriaRole.BUTTON).click();
        desk.picture("lead-of-the-day-move");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("需求确认")).click();
        assertThat(page.locator(".kcolumn[aria-label='需求确认'] .kcard[data-id='" + deal + "']")).isVisible();
        desk.picture("lead-of-the-day-board");
        JsonNode moved = Demo.admin().get("/crm/opportunities/" + deal + "?fields=stage,probability").expect(200).json();
        assertThat(moved.path("probability").asInt()).isEqualTo(30);
    }
}
