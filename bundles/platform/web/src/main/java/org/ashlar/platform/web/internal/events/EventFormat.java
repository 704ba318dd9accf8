package org.ashlar.platform.web.internal.events;

/** Server-sent events as text (HTML Living Standard, 9.2). */
final class EventFormat {
    private EventFormat() {
    }

    /**
     * One event.
     *
     * @param id event id for {@code Last-Event-ID}, 0 for none
     * @param name event name; line breaks are removed
     * @param data payload, any number of lines
     */
    static String event(long id, String name, String data) {
        StringBuilder out = new StringBuilder(data.length() + 64);
        if (id > 0) {
            out.append("id: ").append(id).append('\n');
        }
        out.append("event: ").append(name.replaceAll("[\\r\\n]", "")).append('\n');
        for (String line : data.split("\\r\\n|\\r|\\n", -1)) {
            out.append("data: ").append(line).append('\n');
        }
        return out.append('\n').toString();
    }

    /** A comment that keeps the connection open. */
    static String heartbeat() {
        return ":\n\n";
    }
}
