package org.ashlar.platform.documents.internal.template;

import java.io.Writer;

/** A text that refuses to grow beyond a bound. Confined to one filling. */
final class BoundedText extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int limit;

    BoundedText(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        if (text.length() + length > limit) {
            throw new TemplateLimit("more than " + limit + " characters");
        }
        text.append(characters, from, length);
    }

    @Override
    public void flush() {
        // Kept in memory.
    }

    @Override
    public void close() {
        // Kept in memory.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
