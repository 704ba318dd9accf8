package org.ashlar.platform.audit;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The hash chain over the audit log (docs/adr/0011). Thread-safe. */
@ProviderType
public interface AuditChain {

    /**
     * File in the data folder that says: the next start takes a restored database. If its log was sealed by another
     * installation, it is taken over and the anchors kept here, which are of the log before it, are set aside.
     */
    String RESTORED = "audit-log.restored";

    /**
     * Takes every entry that is not in the chain yet into it; runs by itself every few seconds.
     *
     * @return how many
     */
    long seal();

    /**
     * Seals, then compares the whole log with the chain; needs {@code platform.audit.run}.
     *
     * @param most findings at most
     */
    Verdict verify(int most);

    /**
     * Seals, then compares what came since the last look of this node and a part of what is older, which moves on with each
     * look: the whole log within a week of nightly looks, and the whole at once after a start, after a finding and while it
     * is small. Needs {@code platform.audit.run}.
     *
     * @param most findings at most
     */
    Verdict verifyNext(int most);

    /** Anchors, newest first, at most {@code limit}; needs {@code platform.audit.run}. */
    List<Anchor> anchors(int limit);

    /**
     * Takes the present state as the true one after findings were looked into, such as a restored backup: notes the reason
     * in the log and seals the head anew. Needs {@code platform.audit.accept}.
     */
    void accept(String reason);

    /**
     * What a check found.
     *
     * @param entries entries in the chain
     * @param head hash of the last link, hex
     * @param checkedAt when
     * @param findings what does not fit, in the order of the chain; empty: nobody has touched the log
     * @param anchored day of the newest anchor, {@code null} if there is none
     */
    record Verdict(long entries, String head, Instant checkedAt, List<Finding> findings, String anchored) {

        /** Whether nothing was found. */
        public boolean clean() {
            return findings.isEmpty();
        }
    }

    /**
     * One finding.
     *
     * @param kind {@code CHANGED}, {@code DELETED}, {@code INSERTED}, {@code REORDERED} (content stands under another id),
     *        {@code LINK} (the chain itself was changed), {@code HEAD} or {@code ANCHOR}
     * @param entry id of the audit entry, 0 if it is not known any more
     * @param link number of the link in the chain, 0 if there is none
     * @param model model of the record that the entry is about, or {@code null}
     * @param recordId id of that record, 0 if not known
     * @param expected what should stand there
     * @param actual what stands there
     */
    record Finding(String kind, long entry, long link, String model, long recordId, String expected, String actual) {
    }

    /**
     * The head of the chain as it stood at the first look of a day, so with all of the days before.
     *
     * @param day ISO date in UTC
     * @param link number of the last link
     * @param hash its hash, hex
     * @param madeAt when
     */
    record Anchor(String day, long link, String hash, Instant madeAt) {
    }
}
