package org.ashlar.platform.console.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ashlar.console.client.Frames;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(wire);

    private DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(wire.toByteArray()));
    }

    @Test
    void commandsKeepTheirCharacters() throws IOException {
        Frames.command(out, "ashlar:company-add 方石 \"方石贸易\"");
        assertThat(Frames.command(in())).isEqualTo("ashlar:company-add 方石 \"方石贸易\"");
    }

    @Test
    void longOutputIsSplitAndEndsWithTheExitCode() throws IOException {
        byte[] text = "x".repeat(Frames.LIMIT + 10).getBytes(StandardCharsets.UTF_8);
        new FrameOutput(out).write(text, 0, text.length);
        Frames.exit(out, 3);
        DataInputStream in = in();
        int received = 0;
        byte kind = in.readByte();
        while (kind == 'O') {
            received += in.readNBytes(in.readInt()).length;
            kind = in.readByte();
        }
        assertThat(received).isEqualTo(text.length);
        assertThat(in.readInt()).isEqualTo(3);
    }

    @Test
    void absurdLengthsAreRefused() throws IOException {
        out.writeInt(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Frames.command(in())).isInstanceOf(IOException.class);
    }
}
