package org.ashlar.itests.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive HTTP connection that costs next to nothing, so that the measured machine's processors serve the suite and
 * not its client. Not thread-safe: one per client.
 */
final class Wire implements Closeable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String fixed;
    private int status;
    private long statements;

    Wire(String address, String token) throws IOException {
        URI uri = URI.create(address);
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        fixed = " HTTP/1.1\r\nHost: " + uri.getHost() + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept-Language: en\r\nContent-Type: application/json\r\n";
    }

    int status() {
        return status;
    }

    /** Statements of the last answer, if the suite counts them. */
    long statements() {
        return statements;
    }

    /** Sends and returns the body; {@code body} may be {@code null}. */
    String call(String method, String path, String body, String extraHeader) throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + fixed + (extraHeader == null ? "" : extraHeader + "\r\n")
                + "Content-Length: " + content.length + "\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + content.length);
        System.arraycopy(content, 0, all, bytes.length, content.length);
        out.write(all);
        out.flush();
        return answer();
    }

    String expect(int expected, String method, String path, String body) throws IOException {
        String answer = call(method, path, body, null);
        if (status != expected) {
            throw new IOException(method + " " + path + ": " + status + " " + answer);
        }
        return answer;
    }

    private String answer() throws IOException {
        status = Integer.parseInt(line().split(" ")[1]);
        statements = -1;
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            switch (name) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "ashlar-statements" -> statements = Long.parseLong(value);
                default -> { }
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
        } else {
            body.write(in.readNBytes((int) length));
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
