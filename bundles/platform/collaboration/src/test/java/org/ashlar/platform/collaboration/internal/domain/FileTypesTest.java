package org.ashlar.platform.collaboration.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTypesTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theContentMustFitTheName() {
        assertThat(FileTypes.fits("pdf", bytes("%PDF-1.7\n"))).isTrue();
        assertThat(FileTypes.fits("png", bytes("<html><script>"))).isFalse();
        assertThat(FileTypes.fits("png", bytes("\u0089PNG\r\n"))).isTrue();
        assertThat(FileTypes.fits("xlsx", bytes("PK\3\4"))).isTrue();
        assertThat(FileTypes.fits("xlsx", bytes("MZ"))).isFalse();
        assertThat(FileTypes.fits("txt", bytes("MZ\0\0"))).isFalse();
        assertThat(FileTypes.fits("csv", bytes("a;b"))).isTrue();
        assertThat(FileTypes.fits("png", new byte[0])).isFalse();
    }

    @Test
    void onlyWhatHoldsNoScriptIsShownInline() {
        assertThat(FileTypes.inline("image/png")).isTrue();
        assertThat(FileTypes.inline("image/svg+xml")).isFalse();
        assertThat(FileTypes.inline("text/html")).isFalse();
        assertThat(FileTypes.extensions()).doesNotContain("html", "htm", "svg", "js", "exe", "jar", "bat");
    }
}
