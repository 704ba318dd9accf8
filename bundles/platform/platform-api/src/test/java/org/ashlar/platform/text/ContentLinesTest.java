package org.ashlar.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

    @Test
    void foldsBetweenCharactersAt75Octets() {
        String value = "复核合同😀a".repeat(40);
        String lines = new ContentLines().add("SUMMARY", value).toString();

        assertThat(lines.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75).hasSizeGreaterThan(9);
        assertThat(lines.replace("\r\n ", "")).isEqualTo("SUMMARY:" + value + "\r\n");
    }

    @Test
    void aLineOfExactly75OctetsIsNotFolded() {
        assertThat(new ContentLines().add("N", "x".repeat(73)).toString()).hasSize(77).doesNotContain("\r\n ");
        assertThat(new ContentLines().add("N", "x".repeat(74)).toString()).contains("\r\n x");
    }

    @Test
    void textKeepsItsSeparatorsAndCannotEndItsLine() {
        assertThat(ContentLines.text("a;b,c\\d\r\ne\rf\ng\u0007")).isEqualTo("a\\;b\\,c\\\\d\\ne\\nf\\ng ");
        assertThat(new ContentLines().add("URL", "http://a\r\nBEGIN:VALARM").toString()).isEqualTo("URL:http://aBEGIN:VALARM\r\n");
    }
}
