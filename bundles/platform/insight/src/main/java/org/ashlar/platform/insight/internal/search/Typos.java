package org.ashlar.platform.insight.internal.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How far two words are apart: optimal string alignment (Damerau 1964), bounded. Pure. */
final class Typos {

    private Typos() {
    }

    /** Mistakes that a word of this length may hold: none up to three letters, one up to seven, then two. */
    static int allowed(int length) {
        return length <= 3 ? 0 : length <= 7 ? 1 : 2;
    }

    /**
     * Whatever is near these words holds one of these pieces, but for two mistakes of which one swaps letters at the edge of two
     * pieces: of n + 1 pieces of a word, n mistakes leave one whole (pigeonhole), and a swap at an edge stands beside them.
     */
    static Set<String> pieces(List<String> words) {
        String word = words.stream().filter(w -> allowed(w.length()) > 0).max(Comparator.comparingInt(String::length)).orElseThrow();
        int parts = allowed(word.length()) + 1;
        Set<String> pieces = new LinkedHashSet<>();
        for (int part = 0; part < parts; part++) {
            int from = word.length() * part / parts;
            pieces.add(word.substring(from, word.length() * (part + 1) / parts));
            if (part > 0) {
                pieces.add(word.substring(0, from - 1) + word.charAt(from) + word.charAt(from - 1) + word.substring(from + 1));
            }
        }
        return pieces;
    }

    /** Whether the word, or the beginning of one of the words of the terms, is at most {@code allowed} mistakes away. */
    static boolean near(String word, String terms, int allowed) {
        for (String term : terms.split("[\\s,.;:()/-]+")) {
            int length = Math.min(term.length(), word.length() + allowed);
            for (int cut = Math.max(1, word.length() - allowed); cut <= length; cut++) {
                if (distance(word, term.substring(0, cut), allowed) <= allowed) {
                    return true;
                }
            }
        }
        return false;
    }

    static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
