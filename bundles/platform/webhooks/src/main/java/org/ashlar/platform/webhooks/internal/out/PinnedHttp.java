package org.ashlar.platform.webhooks.internal.out;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * Posts to receivers outside. The host is resolved once, each of its addresses is checked, and the connection goes to the
 * checked address: a name that answers differently the second time leads nowhere. The same for each redirect. The JDK's
 * clients resolve by themselves and cannot be held to an address, therefore these few lines of HTTP/1.1; of the answer only
 * status and headers are read. Thread-safe.
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

    /** An answer. */
    record Answer(int status, Map<String, String> headers) {
    }

    /** The receiver may not be called. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Posts JSON.
     *
     * @param allowed hosts that may be private, separated by blanks
     * @throws Refused if the address, or that of a redirect, is none of the public internet
     */
    static Answer post(String url, Map<String, String> headers, byte[] body, String allowed) throws IOException {
        HookAddress address = HookAddress.of(url).orElseThrow(() -> new Refused("The address cannot be called"));
        long until = System.nanoTime() + WHOLE_NANOS;
        for (int redirects = 0;; redirects++) {
            Answer answer = once(address, headers, body, allowed, until);
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

    private static Answer once(HookAddress to, Map<String, String> headers, byte[] body, String allowed, long until)
            throws IOException {
        try (Socket plain = new Socket()) {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(READ_MILLIS);
            plain.connect(new InetSocketAddress(checked(to, allowed), to.port()), CONNECT_MILLIS);
            try (Socket socket = to.tls() ? secured(plain, to) : plain) {
                OutputStream out = socket.getOutputStream();
                StringBuilder head = new StringBuilder("POST ").append(to.target()).append(" HTTP/1.1\r\nHost: ")
                        .append(to.authority()).append("\r\nConnection: close\r\nContent-Length: ").append(body.length)
                        .append("\r\n");
                headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
                out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
                out.write(body);
                out.flush();
                return answer(new BufferedInputStream(socket.getInputStream(), 4096), until);
            }
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

    private static Answer answer(InputStream in, long until) throws IOException {
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
        return code >= 100 && code < 200 ? answer(in, until) : new Answer(code, headers);
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
