package org.ashlar.platform.node;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.tx.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Few records that are asked for at every change in the suite and therefore kept in memory as a whole, such as rules: read at
 * the start, after each commit that changed one of them here or on another node, and now and then for what was missed. What was
 * known holds while they cannot be read. The component calls {@link #begin} when it is complete and {@link #end} when it
 * goes. Thread-safe.
 */
public abstract class WholeTable implements NodeCache {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTable.class);

    private final Predicate<String> models;
    private final Transactions transactions;
    private final ScheduledExecutorService reading;
    private volatile boolean known;

    /**
     * For the records of some models.
     *
     * @param name of the thread that reads them
     * @param models which models they are of
     */
    protected WholeTable(String name, Predicate<String> models, Transactions transactions) {
        this.models = models;
        this.transactions = transactions;
        reading = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Reads all of them, outside of anybody's transaction, and replaces what was known in one step. */
    protected abstract void read();

    /** Reads them now and again after each pause. */
    protected final void begin(Duration pause) {
        tryToRead();
        reading.scheduleWithFixedDelay(this::tryToRead, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads them no more. */
    protected final void end() {
        reading.shutdownNow();
    }

    /** Reads them now if that never succeeded: a rule must not be passed over because it could not be read at the start. */
    protected final void need() {
        if (!known) {
            readAll();
        }
    }

    @Override
    public final void on(RecordChanged event) {
        if (models.test(event.model())) {
            transactions.afterCommit(this::tryToRead);
        }
    }

    @Override
    public final void changedElsewhere(RecordChanged event) {
        if (models.test(event.model())) {
            tryToRead();
        }
    }

    @Override
    public final void missed() {
        tryToRead();
    }

    private void tryToRead() {
        try {
            readAll();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be read again, what was known holds: {}", getClass().getSimpleName(), e.getMessage());
        }
    }

    private synchronized void readAll() {
        read();
        known = true;
    }
}
