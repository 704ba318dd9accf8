package org.ashlar.itests.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a number of clients do the same thing for some seconds and says how fast it was. */
final class Load {

    private Load() {
    }

    /** One client's step; returns the SQL statements that it took, -1 if unknown. */
    interface Step {
        long run() throws Exception;
    }

    /** Makes the step of client {@code n}. */
    interface Client {
        Step connect(int n) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param clients clients
     * @param perSecond operations a second
     * @param p50 median in milliseconds
     * @param p95 95th percentile in milliseconds
     * @param statements statements an operation, -1 if unknown
     */
    record Outcome(int clients, double perSecond, double p50, double p95, double statements) {
    }

    /** Warms up for a quarter of the time, then measures. */
    static Outcome run(int clients, double seconds, Client client) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<List<Long>> times = new ArrayList<>();
        long[] statements = new long[clients];
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        long warm = (long) (seconds * 0.25e9);
        long length = (long) (seconds * 1e9);
        for (int i = 0; i < clients; i++) {
            int n = i;
            List<Long> mine = new ArrayList<>();
            times.add(mine);
            Thread thread = new Thread(() -> {
                try {
                    Step step = client.connect(n);
                    ready.countDown();
                    go.await();
                    long begin = System.nanoTime();
                    for (long now = begin; now - begin < warm + length && failure.get() == null; ) {
                        long used = step.run();
                        long end = System.nanoTime();
                        if (now - begin >= warm) {
                            mine.add(end - now);
                            statements[n] += used;
                        }
                        now = end;
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    ready.countDown();
                }
            });
            threads.add(thread);
            thread.start();
        }
        ready.await();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        long[] all = times.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray();
        long sum = Arrays.stream(statements).sum();
        return new Outcome(clients, all.length / seconds, at(all, 0.5), at(all, 0.95),
                all.length == 0 || sum < 0 ? -1 : (double) sum / all.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
