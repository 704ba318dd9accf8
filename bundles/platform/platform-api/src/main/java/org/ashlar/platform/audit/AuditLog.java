package org.ashlar.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The audit log. Changes of records enter it by themselves; whatever else must be told is noted here. Thread-safe. */
@ProviderType
public interface AuditLog {

    /**
     * Notes something that is no change of a field, inside the running transaction: a file added, a record restored.
     *
     * @param model model of the record that it happened to
     * @param recordId its id
     * @param kind past tense, at most 16 characters, for example {@code restored}
     * @param details plain values by name; no secrets
     */
    void note(String model, long recordId, String kind, Map<String, Object> details);

    /** Entries of the caller's company and of records shared by all, newest first; needs {@code platform.auditEntry.read}. */
    List<Entry> find(Search search);

    /**
     * What to find; {@code null} and 0 mean any.
     *
     * @param login login name of who did it
     * @param model model of the record or of one of its lines
     * @param recordId record id, that of the owner for lines
     * @param kind {@code created}, {@code updated}, {@code deleted}, {@code imported} or a noted kind
     * @param channel way in, see {@link org.ashlar.platform.access.Channel}
     * @param field name of a changed field
     * @param from not before
     * @param to before
     * @param offset entries to skip
     * @param limit entries at most, 1 to 1,000
     */
    record Search(String login, String model, long recordId, String kind, String channel, String field, Instant from,
            Instant to, long offset, int limit) {
    }

    /**
     * One entry.
     *
     * @param id its id
     * @param at when
     * @param userId who, 0 for the system
     * @param login login name then
     * @param companyId company, 0 for records shared by all
     * @param channel way in
     * @param address remote address or {@code null}
     * @param model model of the changed row
     * @param recordId its id
     * @param rootModel model of the owner for lines, else {@code model}
     * @param rootId id of the owner for lines, else {@code recordId}
     * @param kind what happened
     * @param changes JSON array of {@code field}, {@code old}, {@code new}
     * @param requestId request that did it, or {@code null}
     */
    record Entry(long id, Instant at, long userId, String login, long companyId, String channel, String address,
            String model, long recordId, String rootModel, long rootId, String kind, String changes, String requestId) {
    }
}
