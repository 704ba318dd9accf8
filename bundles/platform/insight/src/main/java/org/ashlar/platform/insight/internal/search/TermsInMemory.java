package org.ashlar.platform.insight.internal.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;

/**
 * What all records may be found by, as one text of bytes that a search runs through: for a database that cannot look inside
 * texts and always has one process. A record stands there as its label, a mark, its terms and a zero; what a label holds its terms hold,
 * so a search may look at both. Costs these bytes and 16 more a record; a search runs through some thousand million bytes a second and
 * needs no more memory. Words are found by Horspool's method (1980, "Practical fast searching in
 * strings"). Thread-safe.
 */
final class TermsInMemory {
    private static final int FIRST = 1 << 12;
    private static final int WORTH_TIDYING = 1 << 20;
    private static final int GONE = -1;
    private static final byte MARK = 1;
    /** So many bytes between two looks at the time. */
    private static final int STRETCH = 1 << 20;

    private final int mostBytes;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Scope, Integer> scopes = new HashMap<>();
    private final List<Scope> scopeOf = new ArrayList<>();
    private final List<Long> highest = new ArrayList<>();
    private byte[] text = new byte[FIRST];
    private int[] starts = new int[FIRST];
    private long[] records = new long[FIRST];
    private int[] places = new int[FIRST];
    private int used;
    private int count;
    private int wasted;
    private volatile boolean full;

    /** With room for so many bytes of terms; one that has grown over it answers no more. */
    TermsInMemory(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whose records: a company, 0 if all share them, and a model. */
    private record Scope(long company, String model) {
    }

    /** Whether it has given up, because there are more terms than it may hold. */
    boolean full() {
        return full;
    }

    /** Replaces what is known of these records: by what is given, by nothing for the others. */
    void replace(String model, Collection<Long> ids, List<SearchEntries.Entry> entries) {
        lock.writeLock().lock();
        try {
            remove(model, ids);
            entries.forEach(this::add);
            if (wasted > WORTH_TIDYING && wasted > used / 2) {
                tidy();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void remove(String model, Collection<Long> ids) {
        Set<Integer> here = new HashSet<>();
        long newest = 0;
        for (int i = 0; i < scopeOf.size(); i++) {
            if (scopeOf.get(i).model().equals(model)) {
                here.add(i);
                newest = Math.max(newest, highest.get(i));
            }
        }
        long known = newest;
        Set<Long> wanted = new HashSet<>();
        ids.stream().filter(id -> id <= known).forEach(wanted::add);
        for (int i = 0; i < count && !wanted.isEmpty(); i++) {
            if (places[i] != GONE && here.contains(places[i]) && wanted.remove(records[i])) {
                Arrays.fill(text, starts[i], end(i), (byte) 0);
                wasted += end(i) - starts[i] + 1;
                places[i] = GONE;
            }
        }
    }

    private void add(SearchEntries.Entry entry) {
        byte[] terms = (plain(entry.label()) + (char) MARK + plain(entry.terms())).getBytes(StandardCharsets.UTF_8);
        if (full || (long) used + terms.length + 1 > mostBytes) {
            full = true;
            text = new byte[0];
            count = 0;
            used = 0;
            return;
        }
        if (used + terms.length + 1 > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(mostBytes, Math.max(text.length * 3L / 2, used + terms.length + 1L)));
        }
        if (count == starts.length) {
            int more = count + count / 2;
            starts = Arrays.copyOf(starts, more);
            records = Arrays.copyOf(records, more);
            places = Arrays.copyOf(places, more);
        }
        int place = scopes.computeIfAbsent(new Scope(entry.company(), entry.model()), s -> {
            scopeOf.add(s);
            highest.add(0L);
            return scopeOf.size() - 1;
        });
        highest.set(place, Math.max(highest.get(place), entry.record()));
        System.arraycopy(terms, 0, text, used, terms.length);
        starts[count] = used;
        records[count] = entry.record();
        places[count] = place;
        count++;
        used += terms.length + 1;
        // What stood here before a tidying must not be read on.
        text[used - 1] = 0;
    }

    private void tidy() {
        int to = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (places[i] != GONE) {
                int length = end(i) - starts[i] + 1;
                System.arraycopy(text, starts[i], text, to, length);
                records[kept] = records[i];
                places[kept] = places[i];
                starts[kept++] = to;
                to += length;
            }
        }
        count = kept;
        used = to;
        wasted = 0;
    }

    /** Where the terms of an entry end: the byte behind them is 0. */
    private int end(int entry) {
        return (entry + 1 < count ? starts[entry + 1] : used) - 1;
    }

    /** Records that hold every word, at most so many, in no order. */
    List<Candidate> find(long company, Collection<String> models, List<String> words, int most) {
        List<Candidate> found = new ArrayList<>();
        String first = words.stream().max(Comparator.comparingInt(String::length)).orElse("");
        List<Word> others = words.stream().filter(w -> !w.equals(first)).map(Word::of).toList();
        run(company, models, first, Long.MAX_VALUE, entry -> {
            if (others.stream().allMatch(w -> next(w, starts[entry], end(entry)) >= 0)) {
                found.add(hit(entry));
            }
            return found.size() < most;
        });
        return found;
    }

    /**
     * Records whose terms pass, among those that hold one of the pieces; ends after so many, or after so many nanoseconds
     * with what there is.
     */
    List<Candidate> among(long company, Collection<String> models, Collection<String> pieces, Predicate<String> wanted, int most, long nanos) {
        long until = System.nanoTime() + nanos;
        List<Candidate> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (String piece : pieces) {
            run(company, models, piece, until, entry -> {
                int terms = mark(entry) + 1;
                if (seen.add(entry) && wanted.test(new String(text, terms, end(entry) - terms, StandardCharsets.UTF_8))) {
                    found.add(hit(entry));
                }
                return found.size() < most;
            });
        }
        return found;
    }

    /** What is done with an entry that was found; false if that is enough. */
    private interface Visit {
        boolean more(int entry);
    }

    private void run(long company, Collection<String> models, String word, long until, Visit visit) {
        if (word.isEmpty() || !plain(word).equals(word)) {
            return;
        }
        Word wanted = Word.of(word);
        lock.readLock().lock();
        try {
            boolean[] open = new boolean[scopeOf.size()];
            for (int i = 0; i < open.length; i++) {
                Scope scope = scopeOf.get(i);
                open[i] = (scope.company() == 0 || scope.company() == company) && models.contains(scope.model());
            }
            int from = 0;
            while (from < used && (until == Long.MAX_VALUE || System.nanoTime() < until)) {
                int at = next(wanted, from, (int) Math.min(used, from + (long) STRETCH + wanted.bytes().length));
                if (at < 0) {
                    from += STRETCH;
                } else {
                    int entry = Arrays.binarySearch(starts, 0, count, at);
                    entry = entry < 0 ? -entry - 2 : entry;
                    if (places[entry] != GONE && open[places[entry]] && !visit.more(entry)) {
                        return;
                    }
                    from = end(entry) + 1;
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Where the word next stands between these places, -1 if nowhere. */
    private int next(Word word, int from, int to) {
        byte[] wanted = word.bytes();
        int[] skip = word.skip();
        int last = wanted.length - 1;
        for (int at = from; at + last < to; at += skip[text[at + last] & 255]) {
            int i = last;
            while (i >= 0 && text[at + i] == wanted[i]) {
                i--;
            }
            if (i < 0) {
                return at;
            }
        }
        return -1;
    }

    private Candidate hit(int entry) {
        return new Candidate(scopeOf.get(places[entry]).model(), records[entry],
                new String(text, starts[entry], mark(entry) - starts[entry], StandardCharsets.UTF_8));
    }

    /** Where the label of an entry ends. */
    private int mark(int entry) {
        int at = starts[entry];
        while (text[at] != MARK) {
            at++;
        }
        return at;
    }

    /** Without the two characters that mean something here. */
    private static String plain(String text) {
        return text.replace('\0', ' ').replace((char) MARK, ' ');
    }

    /** A word as it stands in the text, and how far a search may go on from a byte that stands under its end. */
    private record Word(byte[] bytes, int[] skip) {

        static Word of(String word) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            int[] skip = new int[256];
            Arrays.fill(skip, bytes.length);
            for (int i = 0; i < bytes.length - 1; i++) {
                skip[bytes[i] & 255] = bytes.length - 1 - i;
            }
            return new Word(bytes, skip);
        }
    }
}
