package org.ashlar.console.client;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What goes over the console's socket: from the client a command as a four-byte length and UTF-8; from the suite any
 * number of output frames ({@code O}, length, bytes) and then one exit frame ({@code X}, code).
 */
public final class Frames {

    /** Longest command or output frame, in bytes. */
    public static final int LIMIT = 1 << 20;

    private Frames() {
    }

    /** Sends a command. */
    public static void command(DataOutputStream out, String command) throws IOException {
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Receives a command. */
    public static String command(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LIMIT) {
            throw new IOException("Command of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Sends output. */
    public static void output(DataOutputStream out, byte[] bytes, int offset, int length) throws IOException {
        out.writeByte('O');
        out.writeInt(length);
        out.write(bytes, offset, length);
        out.flush();
    }

    /** Sends the exit code that ends a command. */
    public static void exit(DataOutputStream out, int code) throws IOException {
        out.writeByte('X');
        out.writeInt(code);
        out.flush();
    }
}
