package org.ashlar.platform.mail.internal.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Files of many mails (mbox, RFC 4155): each begins with a line {@code From }. Pure. */
public final class Mbox {
    private static final byte[] START = {'F', 'r', 'o', 'm', ' '};
    private static final byte[] QUOTED = {'>', 'F', 'r', 'o', 'm', ' '};

    private Mbox() {
    }

    /** Passes each mail on; a file that begins otherwise is one mail. Returns how many. */
    public static int each(InputStream in, Consumer<byte[]> mail) throws IOException {
        ByteArrayOutputStream now = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean first = true;
        boolean mbox = false;
        boolean blank = true;
        int count = 0;
        int next = in.read();
        while (next >= 0) {
            line.reset();
            for (; next >= 0; next = in.read()) {
                line.write(next);
                if (next == '\n') {
                    next = in.read();
                    break;
                }
            }
            byte[] bytes = line.toByteArray();
            boolean starts = starts(bytes, START);
            mbox |= first && starts;
            if (mbox && starts && blank) {
                count += pass(now, mail);
            } else {
                now.writeBytes(mbox && starts(bytes, QUOTED) ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
            }
            first = false;
            blank = bytes.length == 1 || bytes.length == 2 && bytes[0] == '\r';
        }
        return count + pass(now, mail);
    }

    private static int pass(ByteArrayOutputStream now, Consumer<byte[]> mail) {
        if (now.size() == 0) {
            return 0;
        }
        mail.accept(now.toByteArray());
        now.reset();
        return 1;
    }

    private static boolean starts(byte[] line, byte[] with) {
        return line.length >= with.length && Arrays.equals(line, 0, with.length, with, 0, with.length);
    }
}
