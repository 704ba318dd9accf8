package org.ashlar.platform.outbox;

import org.osgi.annotation.versioning.ProviderType;

/** Makes outboxes over tables. Thread-safe. */
@ProviderType
public interface Outboxes {

    /**
     * Begins to look after a table, on a thread of its own: at once after a commit on this node and every five seconds.
     * Every node does so, so that things go on when another one dies.
     *
     * <p>The table has the columns of every model and {@code state} ({@code QUEUED}, {@code SENDING}, {@code SENT},
     * {@code UNCERTAIN}, {@code FAILED}), {@code attempts}, {@code next_attempt}, {@code tried_from}, {@code sent_at},
     * {@code problem} (2,000), {@code lease} (255), {@code lease_until} and {@code handed_over}. It is filled by SQL.
     *
     * @param table the table
     * @param way column that names the way out, which rests while it fails
     */
    Outbox open(String table, String way, Carrier carrier);
}
