package org.ashlar.platform.approval;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What waits for an approver and his decision, as the bound caller: with his rights, and with all the checks of the app.
 * The caller's channel is what the history shows. Thread-safe.
 */
@ProviderType
public interface Approvals {

    /** The request for a record that waits for the caller, or for somebody whom he substitutes. */
    Optional<Sheet> waiting(String model, long record);

    /**
     * A request that the caller may see.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND
     */
    Sheet sheet(long request);

    /**
     * Decides.
     *
     * @param stage what {@link Sheet#stage()} was when it was shown to the approver, so that nobody decides on a later step by
     *     a button of an earlier one; {@code null}: the present one
     * @param comment remark, needed for a rejection
     * @throws org.ashlar.platform.problem.Problem why not
     */
    Sheet decide(long request, String stage, boolean approve, String comment);

    /**
     * A request in words of the caller's language, with what he may read of its record.
     *
     * @param request id
     * @param stage step and round that decide now
     * @param waiting whether it waits for the caller
     * @param title what the record is known by
     * @param kind title of the model
     * @param policy title of the policy
     * @param requester who asks
     * @param reason why, {@code null} if he gave none
     * @param state PENDING, APPROVED, ...
     * @param stateTitle the state in words
     * @param facts what the head says: partner, date, amounts
     * @param lines the first lines, one text each
     * @param moreLines how many there are besides
     * @param model model of the record
     * @param record its id
     */
    record Sheet(long request, String stage, boolean waiting, String title, String kind, String policy, String requester,
            String reason, String state, String stateTitle, List<Fact> facts, List<String> lines, int moreLines, String model,
            long record) {
    }

    /**
     * A field in words.
     *
     * @param label what it is called
     * @param value what it says
     * @param amount whether it is an amount of money
     */
    record Fact(String label, String value, boolean amount) {
    }
}
