package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/**
 * An administrator makes a kind of record on screen, with fields, a rule and an approval over 50,000 in two steps; somebody
 * submits one, and two approvers agree on their phones.
 */
class WithoutCodeTest {
    private static final String PASSWORD = "long-enough-secret";
    private static final int DESK = 1440;
    private static final int PHONE = 390;

    private final int mark = ThreadLocalRandom.current().nextInt(1_000_000);
    private final String code = "inv" + mark;
    private final String title = "Investment " + mark;
    private final List<String> found = new ArrayList<>();

    @Test
    void fromANewKindOfRecordToTwoApprovalsOnThePhone() {
        Api admin = Demo.admin();
        try (Desk desk = Demo.desk("en", "light", DESK).signedIn()) {
            aKindOfRecordWithFields(desk);
            String role = "investors-" + mark;
            admin.post("/platform/roles", Map.of("code", role, "title", role, "grants", "custom." + code + ".*")).expect(201);
            List.of("asker", "head", "chief").forEach(name -> user(admin, name, role));
            itsColumns(desk);
            aRule(desk);
            anApprovalInTwoSteps(desk);
            assertThat(desk.complaints()).isEmpty();
        }
        String record;
        try (Desk asker = Demo.desk("en", "light", DESK).signedIn("asker" + mark, PASSWORD)) {
            record = submitted(asker);
            agreed("head", "First step");
            agreed("chief", "Second step");
            asker.open("/app/r/custom." + code + "/" + record);
            assertThat(asker.page().locator(".steps .now, .badge.green").first()).hasText("Confirmed");
            asker.open("/app/approvals?tab=mine");
            assertThat(asker.page().locator(".request")).containsText("Carried out");
            Clean.look(asker, "without-code-mine", found);
        }
        assertThat(found).isEmpty();
    }

    private void aKindOfRecordWithFields(Desk desk) {
        Page page = desk.open("/app/studio").page();
        desk.button("New kind of record").click();
        Locator dialog = page.locator("dialog");
        dialog.getByLabel("Name in English").fill(title);
        dialog.getByLabel("Name in Chinese").fill("投资 " + mark);
        dialog.getByLabel("States").selectOption("basic");
        dialog.getByLabel("Code").fill(code);
        desk.agree("Create");
        page.waitForURL(Pattern.compile("/studio/custom\\." + code));
        field(desk, "Amount", "MONEY");
        field(desk, "Remark", "TEXT");
        assertThat(page.locator(".plain-table").first()).containsText("Remark");
        Clean.look(desk, "without-code-fields", found);
    }

    private static void field(Desk desk, String name, String kind) {
        desk.button("Add a field").click();
        Locator dialog = desk.page().locator("dialog");
        dialog.getByLabel("Name in English").fill(name);
        dialog.getByLabel("Holds").selectOption(kind);
        desk.agree("Add a field");
        assertThat(desk.page().locator(".plain-table").first()).containsText(name);
    }

    private void itsColumns(Desk desk) {
        Page page = desk.open("/app/studio/custom." + code + "?tab=list").page();
        Locator columns = page.locator(".sortable");
        assertThat(columns).containsText("Amount");
        String before = columns.locator("li").first().innerText();
        columns.locator("li").first().focus();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(columns.locator("li").nth(1)).containsText(before.split("\\R")[0]);
        desk.button("Save").click();
        assertThat(page.locator(".view-bar")).containsText("changed here");
        Clean.look(desk, "without-code-list", found);
    }

    private void aRule(Desk desk) {
        Page page = desk.open("/app/r/platform.automationRule/new").page();
        page.getByLabel("Title", exact()).fill("Remark " + mark);
        page.getByLabel("Model", exact()).selectOption("custom." + code);
        desk.button("Action").click();
        page.getByRole(AriaRole.MENUITEM).first().click();
        desk.button("Value").click();
        page.getByLabel("Field 1").selectOption("remark");
        page.getByLabel("Value of Remark").fill("Seen by the rule");
        desk.button("Create").click();
        page.waitForURL(Pattern.compile("automationRule/\\d+$"));
        assertThat(page.locator(".studio-side")).containsText("It has not done anything yet.");
        Clean.look(desk, "without-code-rule", found);
    }

    private void anApprovalInTwoSteps(Desk desk) {
        Page page = desk.open("/app/r/platform.approvalPolicy/new").page();
        page.getByLabel("Title", exact()).first().fill("Over 50,000 " + mark);
        page.getByLabel("Model", exact()).selectOption("custom." + code);
        page.getByLabel("Guarded action").selectOption("confirm");
        desk.button("Condition").first().click();
        Locator filter = page.locator(".filter-form");
        filter.getByLabel("Field").selectOption("amount");
        filter.getByLabel("Comparison").selectOption("ge");
        filter.getByLabel("Value").fill("50000");
        filter.getByText("Apply").click();
        assertThat(page.locator(".condition .chip")).containsText("50,000");
        desk.button("Step").click();
        step(page, 0, "First step", "head");
        step(page, 1, "Second step", "chief");
        desk.button("Create").click();
        page.waitForURL(Pattern.compile("approvalPolicy/\\d+$"));
        page.getByLabel("Try with an amount").fill("60000");
        page.keyboard().press("Tab");
        assertThat(page.locator(".studio-side")).containsText("goes through 2 steps");
        page.getByLabel("Try with an amount").fill("40000");
        page.keyboard().press("Tab");
        assertThat(page.locator(".studio-side")).containsText("needs no approval");
        Clean.look(desk, "without-code-approval", found);
    }

    private void step(Page page, int i, String name, String approver) {
        Locator step = page.locator(".studio-step").nth(i);
        step.getByLabel("Title", new Locator.GetByLabelOptions().setExact(true)).fill(name);
        step.locator("select").first().selectOption("USER");
        step.getByLabel("User", new Locator.GetByLabelOptions().setExact(true)).selectOption(approver + mark);
    }

    private String submitted(Desk asker) {
        Page page = asker.open("/app/r/custom." + code + "/new").page();
        page.locator("#field-name").fill("New hall");
        page.locator("#field-amount").fill("60000");
        page.keyboard().press("Control+s");
        page.waitForURL(Pattern.compile("custom\\." + code + "/\\d+$"));
        assertThat(page.locator("#field-remark")).hasValue("Seen by the rule");
        String id = page.url().replaceAll(".*/", "");
        Locator confirm = asker.button("Confirm");
        if (!confirm.first().isVisible()) {
            asker.button("More").first().click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Confirm")).click();
        } else {
            confirm.first().click();
        }
        assertThat(page.locator(".notice.warn")).containsText("Over 50,000 " + mark);
        asker.picture("without-code-submitted");
        return id;
    }

    private void agreed(String name, String step) {
        try (Desk phone = Demo.desk("en", "dark", PHONE).signedIn(name + mark, PASSWORD)) {
            Page page = phone.open("/app/approvals").page();
            assertThat(page.locator(".inbox-row")).containsText(step);
            page.locator(".inbox-row").click();
            phone.button("Approve").click();
            page.locator("dialog textarea").fill("Fine with me");
            Clean.look(phone, "without-code-phone-" + name, found);
            phone.agree("Approve");
            assertThat(page.getByText("Nothing waits for your decision")).isVisible();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private void user(Api admin, String name, String role) {
        long id = admin.post("/platform/users", Map.of("login", name + mark, "name", "Person " + name, "active", true, "roles",
                List.of(Map.of("role", "platform.user"), Map.of("role", role)))).expect(201).id();
        admin.post("/platform/users/" + id + "/setPassword", Map.of("password", PASSWORD)).expect(200);
    }
}
