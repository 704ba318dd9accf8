package org.ashlar.platform.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.ashlar.platform.meta.TextFormat;
import org.junit.jupiter.api.Test;

class TextFormatsTest {

    private static String data(String kind, int... bytes) {
        byte[] plain = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            plain[i] = (byte) bytes[i];
        }
        return "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(plain);
    }

    @Test
    void picturesAreWhatTheySay() {
        String jpeg = data("jpeg", 0xff, 0xd8, 0xff, 0xe0, 0, 1);
        String png = data("png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        String webp = data("webp", 'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P');
        for (String good : new String[] {jpeg, png, webp, data("gif", 'G', 'I', 'F', '8', '9', 'a'), ""}) {
            assertThat(TextFormats.of(TextFormat.IMAGE, good)).as(good).isEqualTo(good);
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        for (String bad : new String[] {"https://example.com/x.png", "data:image/svg+xml;base64,PHN2Zz4=", "javascript:alert(1)",
            "data:text/html;base64,PGI+", data("png", 'G', 'I', 'F', '8'), data("jpeg", 1, 2), "data:image/png;base64,!!",
            data("gif", 'G', 'I', 'F', '8', '9', 'a') + "\"onload=", " " + data("gif", 'G', 'I', 'F', '8')}) {
            assertThat(TextFormats.of(TextFormat.IMAGE, bad)).as(bad).isNull();
        }
    }

    @Test
    void wordsStandOnceWithCommas() {
        assertThat(TextFormats.of(TextFormat.WORDS, " vip；vip, 老客户 ，\n new;")).isEqualTo("vip, 老客户, new");
    }

    @Test
    void htmlIsCleaned() {
        assertThat(TextFormats.of(TextFormat.HTML, "<b onclick=x>a</b><script>1</script>")).isEqualTo("<b>a</b>");
    }
}
