package org.ashlar.platform.web.internal.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.ashlar.platform.access.Caller;

/**
 * One browser that listens. Writes without blocking; one that reads too slowly is told to read anew instead of holding
 * everything in memory. Thread-safe.
 */
final class Listener implements WriteListener {
    private static final int WAITING = 500;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Caller caller;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean unflushed;
    private volatile boolean closed;

    Listener(AsyncContext async, ServletOutputStream out, Caller caller) {
        this.async = async;
        this.out = out;
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    boolean closed() {
        return closed;
    }

    /** Queues a text and writes what the connection takes. */
    void send(String text) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING) {
                waiting.clear();
                waiting.add(EventFormat.event(0, "reset", "{}").getBytes(StandardCharsets.UTF_8));
            }
            waiting.add(text.getBytes(StandardCharsets.UTF_8));
        }
        drain();
    }

    @Override
    public void onWritePossible() {
        drain();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    void close() {
        if (!closed) {
            closed = true;
            try {
                async.complete();
            } catch (IllegalStateException already) {
                return;
            }
        }
    }

    private void drain() {
        synchronized (waiting) {
            try {
                while (!closed && out.isReady()) {
                    byte[] next = waiting.poll();
                    if (next != null) {
                        out.write(next);
                        unflushed = true;
                    } else if (unflushed) {
                        unflushed = false;
                        out.flush();
                    } else {
                        return;
                    }
                }
            } catch (IOException | IllegalStateException gone) {
                close();
            }
        }
    }
}
