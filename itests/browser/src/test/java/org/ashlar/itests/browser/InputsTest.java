package org.ashlar.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Api;
import org.junit.jupiter.api.Test;

/** Inputs beyond plain text: rich text, tags and pictures in fields of one's own, tags and picture of any record, times, stages. */
class InputsTest {
    private static final String DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String BAD = "<b onclick=alert(1)>Hi</b><img src=x onerror=alert(1)><script>alert(1)</script>";

    private final int mark = ThreadLocalRandom.current().nextInt(1_000_000);

    private static FilePayload dot() {
        return new FilePayload("dot.png", "image/png", Base64.getDecoder().decode(DOT));
    }

    @Test
    void fieldsOfOnesOwnHoldRichTextTagsAndPictures() {
        Api admin = Demo.admin();
        String code = "card" + mark;
        admin.post("/platform/custom-models", Map.of("code", code, "collection", code + "s", "labelEn", "Card " + mark, "labelZh",
                "卡片 " + mark, "active", true)).expect(201);
        List.of("RICH_TEXT", "TAGS", "IMAGE").forEach(type -> admin.post("/platform/custom-fields", Map.of("model", "custom." + code,
                "code", type.toLowerCase(java.util.Locale.ROOT).replace("_", ""), "type", type, "labelEn", type, "labelZh", type, "active", true)).expect(201));
        String path = "/custom/" + code + "s";
        long id = admin.post(path, Map.of("name", "One", "richtext", BAD, "tags", " vip；vip, new")).expect(201).id();
        JsonNode stored = admin.get(path + "/" + id).json();
        assertThat(stored.path("richtext").asText()).isEqualTo("<b>Hi</b>");
        assertThat(stored.path("tags").asText()).isEqualTo("vip, new");
        admin.patch(path + "/" + id, stored.path("version").asLong(), Map.of("image", "data:image/svg+xml;base64,PHN2Zz4=")).expect(422);
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/custom." + code + "/" + id).page();
            assertThat(page.locator(".rich [contenteditable] b")).hasText("Hi");
            Locator tags = page.locator(".form-main .tags-input");
            assertThat(tags.locator(".chip")).hasCount(2);
            tags.locator("input").fill("third");
            tags.locator("input").press("Enter");
            page.locator(".picture-field input[type=file]").first().setInputFiles(dot());
            assertThat(page.locator(".picture-field img")).isVisible();
            desk.button("Save").click();
            assertThat(page.locator(".save-state")).containsText("saved");
            assertThat(desk.violations()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
        JsonNode saved = admin.get(path + "/" + id).json();
        assertThat(saved.path("tags").asText()).isEqualTo("vip, new, third");
        assertThat(saved.path("image").asText()).startsWith("data:image/");
    }

    @Test
    void aProductHasAPictureTagsAndAFormattedDescription() {
        Api admin = Demo.admin();
        long id = admin.post("/masters/products", Map.of("code", "PIC" + mark, "name", "Pictured " + mark, "unit", "EA",
                "description", BAD)).expect(201).id();
        assertThat(admin.get("/masters/products/" + id).json().path("description").asText()).isEqualTo("<b>Hi</b>");
        try (Desk desk = Demo.desk("en", "dark", 1440).signedIn()) {
            Page page = desk.open("/app/r/masters.product/" + id).page();
            page.locator(".record-picture").waitFor();
            page.locator(".form-title input[type=file]").setInputFiles(dot());
            assertThat(page.locator(".record-picture img")).isVisible();
            Locator tags = page.locator(".record-tags input");
            tags.fill("bestseller" + mark);
            tags.press("Enter");
            assertThat(page.locator(".record-tags .chip")).hasText("bestseller" + mark);
            assertThat(desk.violations()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
        assertThat(admin.get("/threads/masters/products/" + id + "/tags").json().path("rows").path(0).path("name").asText())
                .isEqualTo("bestseller" + mark);
    }

    @Test
    void anOpportunityMovesThroughItsStagesAndATimeIsTyped() {
        Api admin = Demo.admin();
        JsonNode stages = admin.get("/crm/stages?filter=active==true&sort=sequence&fields=id,name").json().path("rows");
        long party = admin.get("/masters/parties?filter=customer==true&limit=1&fields=id").json().path("rows").path(0).path("id").asLong();
        long id = admin.post("/crm/opportunities", Map.of("title", "Staged " + mark, "party", party)).expect(201).id();
        try (Desk desk = Demo.desk("en", "light", 1440).signedIn()) {
            Page page = desk.open("/app/r/crm.opportunity/" + id).page();
            assertThat(page.locator(".steps li")).hasCount(stages.size());
            String third = stages.path(2).path("name").asText();
            page.locator(".steps button", new Page.LocatorOptions().setHasText(third)).click();
            assertThat(page.locator(".steps .now")).hasText(third);
            assertThat(page.locator("#field-stage")).hasValue(third);
            Locator at = desk.open("/app/r/crm.visit/new").page().locator("#field-happenedAt");
            for (String typed : List.of("Nov 20, 2026, 6:25 PM", "2026-11-20 18:25", "11月20日 下午6点25分")) {
                at.fill(typed);
                at.press("Tab");
                assertThat(at).hasValue(Pattern.compile("Nov 20, 2026, 6:25.PM"));
            }
            at.fill("some time");
            at.press("Tab");
            assertThat(at).hasAttribute("aria-invalid", "true");
            assertThat(desk.complaints()).isEmpty();
        }
    }
}
