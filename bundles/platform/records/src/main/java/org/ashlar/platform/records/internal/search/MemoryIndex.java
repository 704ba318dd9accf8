package org.ashlar.platform.records.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts of one model's records and which grams they contain. A changed record is added again and its former entry
 * forgotten. The statement that reads the records checks each once more. Thread-safe.
 */
final class MemoryIndex {

    private static final int MUCH = 10_000;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Integer> positions = new HashMap<>();
    private final Map<Integer, Postings> postings = new HashMap<>();

    /** One record; {@code null} texts are possible. */
    private record Entry(long record, long company, String[] texts) {

        boolean contains(List<String> words) {
            for (String word : words) {
                boolean found = false;
                for (int i = 0; !found && i < texts.length; i++) {
                    found = texts[i] != null && texts[i].toLowerCase(Locale.ROOT).contains(word);
                }
                if (!found) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Ascending positions of entries. */
    private static final class Postings {
        private int[] list = new int[2];
        private int size;

        void add(int position) {
            if (size > 0 && list[size - 1] == position) {
                return;
            }
            if (size == list.length) {
                list = Arrays.copyOf(list, size * 2);
            }
            list[size++] = position;
        }

        boolean contains(int position) {
            return Arrays.binarySearch(list, 0, size, position) >= 0;
        }
    }

    synchronized void put(long record, long company, String[] texts) {
        Integer present = positions.get(record);
        if (present != null && Arrays.equals(entries.get(present).texts(), texts)) {
            return;
        }
        remove(record);
        int position = entries.size();
        entries.add(new Entry(record, company, texts));
        positions.put(record, position);
        for (String text : texts) {
            if (text != null) {
                Grams.of(text, g -> postings.computeIfAbsent(g, k -> new Postings()).add(position));
            }
        }
    }

    synchronized void remove(long record) {
        Integer position = positions.remove(record);
        if (position != null) {
            entries.set(position, null);
        }
    }

    synchronized int size() {
        return positions.size();
    }

    /** Whether forgotten entries take more room than the others. */
    synchronized boolean wasteful() {
        return entries.size() > 2 * positions.size() + MUCH;
    }

    /** What to find: {@code company} -1 for all; {@code sortBy} index of a text, -1 if the order is another. */
    record Search(List<String> words, long company, int sortBy, boolean descending, long offset, int limit) {
    }

    /**
     * Matching records: the page if the order is by one of the texts, else all of them if they are at most {@code most}.
     *
     * @return {@code null} if the words are too short for this index or the records too many
     */
    Found find(Search search, int most) {
        List<Entry> matches = matches(search);
        if (matches == null) {
            return null;
        }
        if (search.sortBy() < 0) {
            return matches.size() > most ? null
                    : new Found(matches.stream().mapToLong(Entry::record).toArray(), matches.size(), false);
        }
        Comparator<Entry> order = Comparator
                .comparing((Entry e) -> e.texts()[search.sortBy()], Comparator.nullsLast(Comparator.<String>naturalOrder()))
                .thenComparingLong(Entry::record);
        matches.sort(search.descending() ? order.reversed() : order);
        int from = (int) Math.min(search.offset(), matches.size());
        int to = (int) Math.min((long) from + search.limit(), matches.size());
        return new Found(matches.subList(from, to).stream().mapToLong(Entry::record).toArray(), matches.size(), true);
    }

    private synchronized List<Entry> matches(Search search) {
        Set<Integer> grams = new HashSet<>();
        search.words().forEach(w -> Grams.of(w, grams::add));
        if (grams.isEmpty()) {
            return null;
        }
        List<Postings> lists = new ArrayList<>(grams.size());
        for (Integer gram : grams) {
            Postings list = postings.get(gram);
            if (list == null) {
                return new ArrayList<>();
            }
            lists.add(list);
        }
        lists.sort(Comparator.comparingInt(p -> p.size));
        List<Entry> matches = new ArrayList<>();
        Postings rarest = lists.get(0);
        for (int i = 0; i < rarest.size; i++) {
            int position = rarest.list[i];
            Entry entry = entries.get(position);
            boolean all = entry != null && (search.company() < 0 || entry.company() == search.company());
            for (int l = 1; all && l < lists.size(); l++) {
                all = lists.get(l).contains(position);
            }
            if (all && entry.contains(search.words())) {
                matches.add(entry);
            }
        }
        return matches;
    }
}
