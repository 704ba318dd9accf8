package org.ashlar.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {

    private static final char[] PHRASE = "方石 correct horse".toCharArray();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1 << 20, (1 << 20) + 1, 3_500_000})
    void opensToWhatWasSealed(int size) throws IOException {
        byte[] content = content(size);

        assertThat(open(seal(content), PHRASE)).isEqualTo(content);
    }

    @Test
    void refusesAnotherPhraseAndEveryChange() throws IOException {
        byte[] sealed = seal(content(2_100_000));

        assertThatThrownBy(() -> open(sealed, "other".toCharArray())).isInstanceOf(IOException.class);
        byte[] changed = sealed.clone();
        changed[sealed.length / 2] ^= 1;
        assertThatThrownBy(() -> open(changed, PHRASE)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length - 5), PHRASE)).isInstanceOf(IOException.class);
        int piece = 24 + 4 + (1 << 20) + 16;
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, piece), PHRASE)).isInstanceOf(IOException.class);
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        return content;
    }

    private static byte[] seal(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream sealing = SealedFile.seal(out, PHRASE)) {
            sealing.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, char[] phrase) throws IOException {
        try (InputStream in = SealedFile.open(new ByteArrayInputStream(sealed), phrase)) {
            return in.readAllBytes();
        }
    }
}
