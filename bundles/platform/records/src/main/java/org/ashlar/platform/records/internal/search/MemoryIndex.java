package org.ashlar.platform.records.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records of one model contain which grams. It only ever names too many records: changed ones are added again and
 * deleted ones stay, the statement that reads the records checks each. Thread-safe.
 */
final class MemoryIndex {

    private long[] records = new long[1_024];
    private int size;
    private final Map<Integer, Postings> postings = new HashMap<>();

    /** Ascending positions in {@link #records}. */
    private static final class Postings {
        private int[] positions = new int[2];
        private int size;

        void add(int position) {
            if (size > 0 && positions[size - 1] == position) {
                return;
            }
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, size * 2);
            }
            positions[size++] = position;
        }

        boolean contains(int position) {
            return Arrays.binarySearch(positions, 0, size, position) >= 0;
        }
    }

    synchronized void add(long record, String[] texts) {
        if (size == records.length) {
            records = Arrays.copyOf(records, size * 2);
        }
        int position = size++;
        records[position] = record;
        for (String text : texts) {
            if (text != null) {
                Grams.of(text, g -> postings.computeIfAbsent(g, k -> new Postings()).add(position));
            }
        }
    }

    synchronized int size() {
        return size;
    }

    /**
     * Records that may contain all words.
     *
     * @return {@code null} if there are more than {@code most} or the words are too short for this index
     */
    synchronized long[] find(List<String> words, int most) {
        Set<Integer> grams = new HashSet<>();
        words.forEach(w -> Grams.of(w, grams::add));
        if (grams.isEmpty()) {
            return null;
        }
        List<Postings> lists = new ArrayList<>(grams.size());
        for (Integer gram : grams) {
            Postings list = postings.get(gram);
            if (list == null) {
                return new long[0];
            }
            lists.add(list);
        }
        lists.sort(Comparator.comparingInt(p -> p.size));
        Set<Long> found = new LinkedHashSet<>();
        Postings rarest = lists.get(0);
        for (int i = 0; i < rarest.size; i++) {
            int position = rarest.positions[i];
            boolean all = true;
            for (int l = 1; all && l < lists.size(); l++) {
                all = lists.get(l).contains(position);
            }
            if (all && found.add(records[position]) && found.size() > most) {
                return null;
            }
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }
}
