package org.ashlar.platform.webhooks.internal.out;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.ashlar.platform.webhooks.internal.domain.HookAddress;
import org.ashlar.platform.webhooks.internal.domain.PublicAddress;

/**
 * Calls receivers outside. The host is resolved once, each of its addresses is checked, and the connection goes to the
 * checked address: a name that answers differently the second time leads nowhere. The same for each redirect. The JDK's
 * clients resolve by themselves and cannot be held to an address, therefore these few lines of HTTP/1.1; of the answer no
 * more is read than asked for. Thread-safe.
 */
final class PinnedHttp {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 15_000;
    private static final long WHOLE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST_HEAD = 32 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");

    private PinnedHttp() {
    }

    /** An answer; the body as far as it was asked for. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
    }

    /** The receiver may not be called. */
    static final class Refused extends ConnectException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Calls.
     *
     * @param most bytes of the answer's body that are wanted; 0: none
     * @param allowed hosts that may be private, separated by blanks
     * @throws Refused if the address, or that of a redirect, is none of the public internet
     */
    static Answer call(String method, String url, Map<String, String> headers, byte[] body, int most, String allowed)
            throws IOException {
        HookAddress address = HookAddress.of(url).orElseThrow(() -> new Refused("The address cannot be called"));
        long until = System.nanoTime() + WHOLE_NANOS;
        for (int redirects = 0;; redirects++) {
            Answer answer = once(method, address, headers, body, most, allowed, until);
            if (answer.status() != 307 && answer.status() != 308) {
                return answer;
            }
            String location = answer.headers().get("location");
            if (redirects == MOST_REDIRECTS || location == null) {
                throw new IOException("Too many redirects, or one that leads nowhere");
            }
            address = address.redirect(location).orElseThrow(() -> new Refused("It redirects to an address that cannot be called"));
        }
    }

    private static Answer once(String method, HookAddress to, Map<String, String> headers, byte[] body, int most,
            String allowed, long until) throws IOException {
        try (Socket plain = new Socket()) {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(READ_MILLIS);
            try (Socket socket = connected(plain, to, allowed)) {
                OutputStream out = socket.getOutputStream();
                StringBuilder head = new StringBuilder(method).append(' ').append(to.target()).append(" HTTP/1.1\r\nHost: ")
                        .append(to.authority()).append("\r\nConnection: close\r\nContent-Length: ").append(body.length)
                        .append("\r\n");
                headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
                out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
                out.write(body);
                out.flush();
                return answer(new BufferedInputStream(socket.getInputStream(), 4096), most, until);
            }
        }
    }

    private static Socket connected(Socket plain, HookAddress to, String allowed) throws IOException {
        try {
            plain.connect(new InetSocketAddress(checked(to, allowed), to.port()), CONNECT_MILLIS);
            return to.tls() ? secured(plain, to) : plain;
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            // The same kind for all, so that callers know that nothing was sent.
            ConnectException nothingSent = new ConnectException(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            nothingSent.initCause(e);
            throw nothingSent;
        }
    }

    private static InetAddress checked(HookAddress to, String allowed) throws IOException {
        InetAddress[] all;
        try {
            all = PublicAddress.resolve(to.host());
        } catch (UnknownHostException e) {
            throw new IOException("The host " + to.host() + " is not known");
        }
        if (!to.named(allowed)) {
            for (InetAddress one : all) {
                if (!PublicAddress.is(one)) {
                    // Without the address: who may set up webhooks need not learn the inner network.
                    throw new Refused("The host " + to.host() + " leads into a private network");
                }
            }
        }
        return all[0];
    }

    private static Socket secured(Socket plain, HookAddress to) throws IOException {
        SSLSocket socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, to.host(),
                to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Answer answer(InputStream in, int most, long until) throws IOException {
        int[] left = {MOST_HEAD};
        Matcher status = STATUS.matcher(line(in, until, left));
        if (!status.matches()) {
            throw new IOException("The receiver does not speak HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in, until, left); !line.isEmpty(); line = line(in, until, left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        int code = Integer.parseInt(status.group(1));
        if (code >= 100 && code < 200) {
            return answer(in, most, until);
        }
        return new Answer(code, headers, most == 0 ? new byte[0] : body(in, headers, most, until));
    }

    private static byte[] body(InputStream in, Map<String, String> headers, int most, long until) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = chunk(in, until); size > 0; size = chunk(in, until)) {
                copy(in, size, body, most, until);
                line(in, until, new int[] {MOST_HEAD});
            }
            return body.toByteArray();
        }
        String length = headers.get("content-length");
        copy(in, length != null && length.matches("\\d{1,9}") ? Integer.parseInt(length) : Integer.MAX_VALUE, body, most, until);
        return body.toByteArray();
    }

    private static int chunk(InputStream in, long until) throws IOException {
        String size = line(in, until, new int[] {MOST_HEAD}).replaceAll(";.*", "").strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("The answer is cut into pieces that cannot be read");
        }
        return Integer.parseInt(size, 16);
    }

    private static void copy(InputStream in, int size, ByteArrayOutputStream to, int most, long until) throws IOException {
        byte[] buffer = new byte[4096];
        int left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                if (size == Integer.MAX_VALUE) {
                    return;
                }
                throw new IOException("The receiver broke off");
            }
            if (to.size() + read > most) {
                throw new IOException("The answer is too long");
            }
            if (System.nanoTime() > until) {
                throw new SocketTimeoutException("The receiver takes too long");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    private static String line(InputStream in, long until, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The receiver broke off");
            }
            if (--left[0] < 0) {
                throw new IOException("The answer's head is too long");
            }
            if (System.nanoTime() > until) {
                throw new SocketTimeoutException("The receiver takes too long");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
