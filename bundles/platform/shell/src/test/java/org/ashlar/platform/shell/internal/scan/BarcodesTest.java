package org.ashlar.platform.shell.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.Result;
import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class BarcodesTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    /** A code as a camera sees it: grey on grey, somewhere in the picture, a little noise. */
    private static byte[] seen(BarcodeFormat format, String text, int width, int height) throws Exception {
        BitMatrix code = new MultiFormatWriter().encode(text, format, width, height);
        byte[] grey = new byte[WIDTH * HEIGHT];
        Arrays.fill(grey, (byte) 190);
        Random noise = new Random(1);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                grey[(y + 60) * WIDTH + x + 40] = (byte) ((code.get(x, y) ? 50 : 200) + noise.nextInt(12));
            }
        }
        return grey;
    }

    @Test
    void codesAreFound() throws Exception {
        Result article = Barcodes.find(seen(BarcodeFormat.EAN_13, "6901234567892", 380, 120), WIDTH, HEIGHT);
        assertThat(article.getText()).isEqualTo("6901234567892");
        assertThat(Barcodes.find(seen(BarcodeFormat.CODE_128, "LOT-2026/11", 400, 100), WIDTH, HEIGHT).getText()).isEqualTo("LOT-2026/11");
        assertThat(Barcodes.find(seen(BarcodeFormat.QR_CODE, "https://example.com/中", 200, 200), WIDTH, HEIGHT).getBarcodeFormat())
                .isEqualTo(BarcodeFormat.QR_CODE);
    }

    @Test
    void aPictureWithoutACodeSaysSo() {
        BarcodeResource.Found found = new BarcodeResource().find(new ByteArrayInputStream(new byte[WIDTH * HEIGHT]), WIDTH, HEIGHT);
        assertThat(found.text()).isNull();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        for (int[] size : new int[][] {{0, 0}, {WIDTH, HEIGHT + 1}, {-WIDTH, -HEIGHT}, {46_341, 46_341}, {1_024, 1_024}, {16, 16}}) {
            assertThatThrownBy(() -> new BarcodeResource().find(new ByteArrayInputStream(new byte[WIDTH * HEIGHT]), size[0], size[1]))
                    .isInstanceOf(Problem.class);
        }
    }
}
