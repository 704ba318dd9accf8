package org.ashlar.platform.console.internal.socket;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.ashlar.console.client.Frames;

/** Sends what a command prints as output frames. Thread-safe: output and errors share it. */
final class FrameOutput extends OutputStream {

    private final DataOutputStream out;

    FrameOutput(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        for (int sent = 0; sent < length; sent += Frames.LIMIT) {
            Frames.output(out, bytes, offset + sent, Math.min(Frames.LIMIT, length - sent));
        }
    }
}
