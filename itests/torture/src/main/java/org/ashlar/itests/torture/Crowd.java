package org.ashlar.itests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many clients that repeat a step until they are told to stop. A step that throws waits a moment and goes on. */
final class Crowd implements AutoCloseable {

    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    /** One client's next step. */
    interface Step {
        void run(int client, int turn) throws Exception;
    }

    Crowd(int clients, Step step) {
        this(clients, Integer.MAX_VALUE, step);
    }

    /** Each client makes at most {@code turns} steps. */
    Crowd(int clients, int turns, Step step) {
        for (int i = 0; i < clients; i++) {
            int client = i;
            Thread thread = new Thread(() -> work(client, turns, step));
            threads.add(thread);
            thread.start();
        }
    }

    private void work(int client, int turns, Step step) {
        for (int turn = 0; turn < turns && !stop.get(); turn++) {
            try {
                step.run(client, turn);
            } catch (Exception e) {
                org.ashlar.itests.support.Waiting.millis(20);
            }
        }
    }

    /** Waits until every client has made its turns. */
    void join() {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stop.set(true);
        join();
    }
}
