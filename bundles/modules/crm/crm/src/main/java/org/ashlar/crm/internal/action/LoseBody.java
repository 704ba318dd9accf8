package org.ashlar.crm.internal.action;

import org.ashlar.platform.record.ActionCall;

/**
 * Why something is given up.
 *
 * @param lostReason record of {@code crm.lostReason}
 * @param note in one's own words
 */
public record LoseBody(Long lostReason, String note) {

    /** The body of a call, empty if it has none. */
    static LoseBody of(ActionCall call) {
        return call.body() == null ? new LoseBody(null, null) : call.body(LoseBody.class);
    }
}
