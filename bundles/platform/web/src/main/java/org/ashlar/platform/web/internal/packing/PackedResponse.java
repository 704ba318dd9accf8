package org.ashlar.platform.web.internal.packing;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import javax.servlet.ServletOutputStream;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** An answer that keeps its beginning back until it is known whether packing it is worth it. For one request. */
final class PackedResponse extends HttpServletResponseWrapper {
    private static final String LENGTH = "Content-Length";

    private final HttpServletResponse response;
    private PackedStream stream;
    private PrintWriter writer;
    private long length = -1;

    PackedResponse(HttpServletResponse response) {
        super(response);
        this.response = response;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new PackedStream(this);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
        }
        return writer;
    }

    /** The container's stream, once it is decided how to write. */
    ServletOutputStream target(boolean pack) throws IOException {
        if (packable()) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        if (pack) {
            response.setHeader("Content-Encoding", "gzip");
        } else if (length >= 0) {
            response.setContentLengthLong(length);
        }
        return response.getOutputStream();
    }

    /** Text that nothing else has packed; an event stream stays as it is. */
    boolean packable() {
        String type = response.getContentType() == null ? "" : response.getContentType().toLowerCase(Locale.ROOT);
        int status = response.getStatus();
        return response.getHeader("Content-Encoding") == null && status != SC_NO_CONTENT && status != SC_NOT_MODIFIED
                && status != SC_PARTIAL_CONTENT
                && (type.startsWith("text/") && !type.startsWith("text/event-stream") || type.startsWith("application/json")
                || type.startsWith("application/xml") || type.contains("+json") || type.contains("+xml"));
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, String value) {
        if (LENGTH.equalsIgnoreCase(name)) {
            length = value == null ? -1 : Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (LENGTH.equalsIgnoreCase(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, String.valueOf(value));
    }

    /** What is kept back stays back: whoever flushes a short answer early would otherwise decide about packing. */
    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream == null) {
            super.flushBuffer();
        } else {
            stream.flush();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void reset() {
        super.reset();
        length = -1;
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    private void forget() {
        if (stream != null) {
            stream.forget();
        }
        writer = null;
    }

    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null) {
            stream.close();
        } else if (length >= 0 && !response.isCommitted()) {
            response.setContentLengthLong(length);
        }
    }
}
