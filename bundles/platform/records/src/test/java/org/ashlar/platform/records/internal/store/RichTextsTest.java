package org.ashlar.platform.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RichTextsTest {

    @Test
    void formattingStays() {
        String text = "<p>Hello <b>world</b> <i>这里</i></p><ul><li>one</li></ul>";
        assertThat(RichTexts.clean(text)).isEqualTo(text);
        assertThat(RichTexts.clean("<a href=\"https://example.com/a\">a</a>")).contains("href=\"https://example.com/a\"")
                .contains("noopener");
    }

    @Test
    void whatCouldRunGoes() {
        for (String bad : new String[] {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
                "<p onclick=alert(1) style=\"background:url(//x)\">x</p>", "<svg onload=alert(1)>", "<iframe src=//x></iframe>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">"}) {
            assertThat(RichTexts.clean(bad)).as(bad).doesNotContainIgnoringCase("script").doesNotContain("onerror")
                    .doesNotContain("onclick").doesNotContain("style=").doesNotContain("<svg").doesNotContain("iframe");
        }
    }
}
