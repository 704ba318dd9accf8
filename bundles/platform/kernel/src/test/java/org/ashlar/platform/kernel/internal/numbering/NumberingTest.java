package org.ashlar.platform.kernel.internal.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.TestAccess;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.TestServices;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.NumberSeries.Reset;
import org.ashlar.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final NumberSeries LEGAL = NumberSeries.legal("test.invoice", "INV-{yyyy}-{seq:5}", Reset.YEARLY);
    private static final NumberSeries PLAIN = NumberSeries.plain("test.order", "SO{seq:6}");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private final TestDatabase database = TestDatabase.migrated();
    private final TestAccess access = new TestAccess();
    private final DefaultNumbering numbering = numbering();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void legalNumbersBeginAgainEachYearAndCompany() {
        assertThat(take(1, LEGAL, DAY, 2)).containsExactly("INV-2026-00001", "INV-2026-00002");
        assertThat(take(1, LEGAL, DAY.plusDays(1), 1)).containsExactly("INV-2027-00001");
        assertThat(take(2, LEGAL, DAY, 1)).containsExactly("INV-2026-00001");
        assertThat(take(1, LEGAL, DAY, 1)).containsExactly("INV-2026-00003");
    }

    @Test
    void thirtyTwoThreadsWithFailuresLeaveNeitherGapNorDuplicate() throws InterruptedException {
        int threads = 32;
        int each = 40;
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            int thread = t;
            pool.execute(() -> IntStream.range(0, each).forEach(i -> post((thread * each + i) % 10 == 0, kept)));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        List<String> expected = IntStream.rangeClosed(1, kept.size())
                .mapToObj(i -> String.format("INV-2026-%05d", i)).toList();
        assertThat(kept).hasSize(threads * each * 9 / 10).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void numbersOfSeveralSeriesAtOnceStayGaplessAlsoAfterARollback() {
        NumberSeries other = NumberSeries.legal("test.entry", "E-{seq:3}", Reset.NEVER);
        assertThat(each(LEGAL, other)).containsExactly("INV-2026-00001", "E-001");
        assertThat(take(1, LEGAL, DAY, 2)).containsExactly("INV-2026-00002", "INV-2026-00003");
        try {
            database.transactions.run(() -> {
                each(other, LEGAL);
                throw new IllegalArgumentException("forced");
            });
        } catch (IllegalArgumentException forced) {
            assertThat(forced).hasMessage("forced");
        }
        assertThat(each(other, LEGAL)).containsExactly("E-002", "INV-2026-00004");
        assertThat(each(LEGAL, other)).containsExactly("INV-2026-00005", "E-003");
    }

    private List<String> each(NumberSeries... series) {
        return access.as(access.system(1), () -> numbering.next(List.of(series), DAY));
    }

    private void post(boolean fails, Queue<String> kept) {
        try {
            String number = access.as(access.system(1), () -> database.transactions.required(() -> {
                String taken = numbering.next(LEGAL, DAY);
                if (fails) {
                    throw new IllegalArgumentException("forced");
                }
                return taken;
            }));
            kept.add(number);
        } catch (IllegalArgumentException forced) {
            assertThat(forced).hasMessage("forced");
        }
    }

    @Test
    void plainNumbersNeverComeTwiceAndDoNotWaitForTransactions() {
        List<String> all = new ArrayList<>();
        database.transactions.run(() -> all.addAll(take(1, PLAIN, DAY, 30)));
        all.addAll(take(1, PLAIN, DAY, 30));
        all.addAll(take(1, PLAIN, DAY, 200));
        all.addAll(take(1, PLAIN, DAY, 1));
        assertThat(all).hasSize(261).doesNotHaveDuplicates().startsWith("SO000001", "SO000002");
    }

    private List<String> take(long company, NumberSeries series, LocalDate date, int count) {
        return access.as(access.system(company), () -> numbering.next(series, date, count));
    }

    private DefaultNumbering numbering() {
        TestServices services = new TestServices();
        services.register(Access.class, access, Map.of());
        Settings settings = new Settings() {
            @Override
            public String get(String key, String otherwise) {
                return otherwise;
            }

            @Override
            public void put(String key, String value) {
                throw new UnsupportedOperationException();
            }
        };
        return new DefaultNumbering(services.context(), database.transactions, settings, database.plain,
                Map.entry(Map.of("ashlar.database", database.kind()), database.jta));
    }
}
