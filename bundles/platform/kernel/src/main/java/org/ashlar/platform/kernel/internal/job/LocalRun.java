package org.ashlar.platform.kernel.internal.job;

import java.util.concurrent.CancellationException;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.job.JobStatus;
import org.ashlar.platform.tx.Transactions;

/** A job that this node runs now. Its progress is answered from memory, so nobody waits for its open transaction. */
final class LocalRun implements JobRun {

    private final JobRow row;
    private final JobStore inTransaction;
    private final JobStore plain;
    private final Transactions transactions;
    private volatile boolean cancelled;
    private volatile boolean stopping;
    private volatile String checkpoint;
    private volatile String result;
    private volatile long done;
    private volatile long total;

    LocalRun(JobRow row, JobStore inTransaction, JobStore plain, Transactions transactions) {
        this.row = row;
        this.inTransaction = inTransaction;
        this.plain = plain;
        this.transactions = transactions;
        checkpoint = row.checkpoint();
        result = row.result();
        done = row.done();
        total = row.total();
    }

    @Override
    public long id() {
        return row.id();
    }

    @Override
    public String parameters() {
        return row.parameters();
    }

    @Override
    public String checkpoint() {
        return checkpoint;
    }

    @Override
    public void checkpoint(long nowDone, long ofTotal, String data) {
        if (transactions.active()) {
            inTransaction.checkpoint(row.id(), nowDone, ofTotal, data);
            transactions.afterCommit(() -> remember(nowDone, ofTotal, data));
        } else {
            plain.checkpoint(row.id(), nowDone, ofTotal, data);
            remember(nowDone, ofTotal, data);
        }
    }

    private void remember(long nowDone, long ofTotal, String data) {
        done = nowDone;
        total = ofTotal;
        checkpoint = data;
    }

    @Override
    public void result(String json) {
        (transactions.active() ? inTransaction : plain).result(row.id(), json);
        result = json;
    }

    @Override
    public void checkCancelled() {
        if (cancelled || stopping) {
            throw new CancellationException(stopping ? "The suite is stopping" : "Cancelled by the user");
        }
    }

    void cancel() {
        cancelled = true;
    }

    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    JobRow row() {
        return row;
    }

    JobStatus status() {
        return new JobStatus(row.id(), row.type(), JobRow.RUNNING, done, total, result, null, row.askedAt(), null);
    }
}
