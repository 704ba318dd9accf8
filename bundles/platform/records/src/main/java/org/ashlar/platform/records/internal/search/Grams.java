package org.ashlar.platform.records.internal.search;

import java.util.Locale;
import java.util.function.IntConsumer;

/** Splits texts into overlapping pieces: three characters, and two where Chinese, Japanese or Korean is involved. */
final class Grams {

    private static final int MIX = 1_000_003;
    private static final char FIRST_EAST_ASIAN = '\u2e80';

    private Grams() {
    }

    /** Hashes of the pieces; equal texts have equal hashes, different ones may collide. */
    static void of(String text, IntConsumer grams) {
        String lower = text.toLowerCase(Locale.ROOT);
        int length = lower.length();
        for (int i = 0; i + 1 < length; i++) {
            char a = lower.charAt(i);
            char b = lower.charAt(i + 1);
            if (a >= FIRST_EAST_ASIAN && b >= FIRST_EAST_ASIAN) {
                grams.accept((a * MIX ^ b) * MIX);
            }
            if (i + 2 < length) {
                grams.accept((a * MIX ^ b) * MIX ^ lower.charAt(i + 2) + 1);
            }
        }
    }
}
