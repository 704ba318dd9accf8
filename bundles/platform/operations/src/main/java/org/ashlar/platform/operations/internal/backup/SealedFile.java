package org.ashlar.platform.operations.internal.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file under a pass phrase: AES-256-GCM over pieces of one MiB. Each piece's nonce is its number, and the last piece is
 * marked, so that pieces cannot be swapped, dropped or appended. The key comes from the phrase by PBKDF2 with HMAC-SHA256 and
 * 600,000 rounds (OWASP Password Storage Cheat Sheet). Layout: {@code ASHLARB1}, 16 bytes of salt, then per piece its length
 * and its sealed bytes.
 */
final class SealedFile {

    private static final byte[] MAGIC = "ASHLARB1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PIECE = 1 << 20;
    private static final int ROUNDS = 600_000;
    private static final int TAG = 16;

    private SealedFile() {
    }

    /** Whether a file begins as a sealed one. */
    static boolean sealed(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length));
    }

    /** Seals what is written; closing writes the last piece. */
    static OutputStream seal(OutputStream out, char[] phrase) throws IOException {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        out.write(MAGIC);
        out.write(salt);
        return new Sealing(new DataOutputStream(out), key(phrase, salt));
    }

    /**
     * Opens a sealed file; the stream stands at its beginning.
     *
     * @throws IOException while reading: the phrase is another one, or the file was changed or cut
     */
    static InputStream open(InputStream in, char[] phrase) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] magic = data.readNBytes(MAGIC.length);
        byte[] salt = data.readNBytes(16);
        if (!sealed(magic) || salt.length != 16) {
            throw new IOException("no sealed backup");
        }
        return new Opening(data, key(phrase, salt));
    }

    private static SecretKey key(char[] phrase, byte[] salt) throws IOException {
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(phrase, salt, ROUNDS, 256)).getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] crypt(int mode, SecretKey key, long number, boolean last, byte[] bytes, int length) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, ByteBuffer.allocate(12).putLong(4, number).array()));
            cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("The pass phrase is another one, or the file was changed", e);
        }
    }

    private static final class Sealing extends FilterOutputStream {

        private final SecretKey key;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
        private long number;
        private boolean closed;

        Sealing(DataOutputStream out, SecretKey key) {
            super(out);
            this.key = key;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                int n = Math.min(left, PIECE - piece.size());
                piece.write(bytes, at, n);
                at += n;
                left -= n;
                if (piece.size() == PIECE) {
                    flushPiece(false);
                }
            }
        }

        private void flushPiece(boolean last) throws IOException {
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, number++, last, piece.toByteArray(), piece.size());
            ((DataOutputStream) out).writeInt(last ? -sealed.length : sealed.length);
            out.write(sealed);
            piece.reset();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                flushPiece(true);
                super.close();
            }
        }
    }

    private static final class Opening extends InputStream {

        private final DataInputStream in;
        private final SecretKey key;
        private byte[] piece = new byte[0];
        private int at;
        private long number;
        private boolean last;

        Opening(DataInputStream in, SecretKey key) {
            this.in = in;
            this.key = key;
        }

        private boolean more() throws IOException {
            while (at == piece.length) {
                if (last) {
                    return false;
                }
                int length = in.readInt();
                last = length < 0;
                int size = Math.abs(length);
                if (size > PIECE + TAG) {
                    throw new IOException("The file was changed");
                }
                byte[] sealed = in.readNBytes(size);
                piece = crypt(Cipher.DECRYPT_MODE, key, number++, last, sealed, sealed.length);
                at = 0;
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int n = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, from, n);
            at += n;
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
