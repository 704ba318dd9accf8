package org.ashlar.platform.records.internal.read;

/** What is left of a value that the caller may see in part only. */
public final class Masks {

    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 8;
    private static final String STARS = "****";

    private Masks() {
    }

    /** The last four characters of longer texts, stars for shorter ones, nothing of anything else. */
    public static Object of(Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return null;
        }
        return text.length() < LONG_ENOUGH ? STARS : STARS + text.substring(text.length() - SHOWN);
    }
}
