package org.ashlar.platform.insight.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ashlar.platform.insight.internal.search.SearchEntries.Entry;
import org.junit.jupiter.api.Test;

class TermsInMemoryTest {
    private static final int ROOM = 1 << 20;
    private static final Set<String> MODELS = Set.of("a.x", "a.y");

    @Property(tries = 300)
    void findsWhatReadingEachRecordFinds(@ForAll("entries") List<Entry> entries, @ForAll("words") List<String> words) {
        List<Entry> kept = new ArrayList<>();
        TermsInMemory terms = new TermsInMemory(ROOM);
        for (Entry entry : entries) {
            kept.removeIf(e -> e.model().equals(entry.model()) && e.record() == entry.record());
            kept.add(entry);
            terms.replace(entry.model(), List.of(entry.record()), List.of(entry));
        }
        assertThat(terms.find(1, MODELS, words, ROOM).stream().map(h -> h.model() + h.record()))
                .containsExactlyInAnyOrderElementsOf(kept.stream().filter(e -> e.company() <= 1 && MODELS.contains(e.model()))
                        .filter(e -> words.stream().allMatch(e.terms()::contains)).map(e -> e.model() + e.record()).toList());
    }

    @Property(tries = 300)
    void whatIsOneMistakeAwayHoldsOneOfThePieces(@ForAll("longer") String word, @ForAll int seed) {
        int at = Math.floorMod(seed, word.length() - 1);
        List<String> mistaken = List.of(word.substring(0, at) + word.substring(at + 1), word.substring(0, at) + "q" + word.substring(at),
                word.substring(0, at) + "q" + word.substring(at + 1),
                word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
        assertThat(mistaken).allMatch(m -> Typos.pieces(List.of(word)).stream().anyMatch(m::contains));
    }

    @Test
    void aReplacedRecordIsFoundByWhatItIsNow() {
        TermsInMemory terms = new TermsInMemory(ROOM);
        terms.replace("a.x", List.of(), List.of(new Entry(0, "a.x", 7, "张三", "张三 zhangsan zs"), new Entry(0, "a.x", 8, "李四", "李四")));
        terms.replace("a.x", List.of(7L), List.of(new Entry(0, "a.x", 7, "王五", "王五 wangwu")));
        assertThat(terms.find(1, MODELS, List.of("zhang"), 9)).isEmpty();
        assertThat(terms.find(1, MODELS, List.of("王五"), 9)).containsExactly(new Candidate("a.x", 7, "王五"));
        terms.replace("a.x", List.of(7L, 8L), List.of());
        assertThat(terms.find(1, MODELS, List.of("王五"), 9)).isEmpty();
        assertThat(terms.find(1, MODELS, List.of("李四"), 9)).isEmpty();
    }

    @Test
    void manyReplacementsDoNotGrowIt() {
        TermsInMemory terms = new TermsInMemory(4 << 20);
        String words = "w".repeat(900);
        for (long turn = 0; turn < 20_000; turn++) {
            terms.replace("a.x", List.of(turn % 10), List.of(new Entry(0, "a.x", turn % 10, "label", turn + " " + words)));
        }
        assertThat(terms.full()).isFalse();
        assertThat(terms.find(1, MODELS, List.of("19999"), 9)).hasSize(1);
        assertThat(terms.find(1, MODELS, List.of(words), 99)).hasSize(10);
    }

    @Test
    void givesUpWhenItWouldHoldTooMuch() {
        TermsInMemory terms = new TermsInMemory(100);
        terms.replace("a.x", List.of(), List.of(new Entry(0, "a.x", 1, "b", "b".repeat(60)), new Entry(0, "a.x", 2, "a", "c".repeat(60))));
        assertThat(terms.full()).isTrue();
        assertThat(terms.find(1, MODELS, List.of("bb"), 9)).isEmpty();
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        return Combinators.combine(Arbitraries.longs().between(0, 2), Arbitraries.of("a.x", "a.y", "a.z"), Arbitraries.longs().between(1, 9),
                Arbitraries.strings().withChars("ab 张三\0").ofMaxLength(8)).as((company, model, record, text) ->
                new Entry(company, model, record, text, text.replace('\0', ' '))).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings().withChars("ab张三").ofMinLength(1).ofMaxLength(3).list().ofMinSize(1).ofMaxSize(2);
    }

    @Provide
    Arbitrary<String> longer() {
        return Arbitraries.strings().withCharRange('a', 'e').ofMinLength(4).ofMaxLength(7);
    }
}
