package org.ashlar.platform.record;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Records of any model by metadata: what REST, import, console and automation call. Checks permission, company, fields and
 * rules. Values are JSON-like: String, BigDecimal, Long, Boolean, LocalDate, Instant (or their ISO texts), Map for
 * references with {@code id}, List of Map for lines. Thread-safe.
 */
@ProviderType
public interface Records {

    /**
     * Creates a record in the running or a new transaction; needs {@code <model>.create}.
     *
     * @throws org.ashlar.platform.problem.Problem with one {@link org.ashlar.platform.problem.FieldError} per wrong field
     */
    long create(String model, Map<String, Object> values);

    /** Changes the given fields; needs {@code <model>.update}. {@code version} null: no check, else STALE when it differs. */
    void update(String model, long id, Integer version, Map<String, Object> values);

    /** Deletes; needs {@code <model>.delete}. */
    void delete(String model, long id, Integer version);

    /** Runs an action; needs its permission. {@code body} as JSON-like map or {@code null}. */
    Object act(String model, long id, String action, Map<String, Object> body);

    /** One record, fields as in REST ({@code null}: all); needs {@code <model>.read}. */
    Map<String, Object> get(String model, long id, List<String> fields);

    /** A page of records; needs {@code <model>.read}. */
    Page find(String model, Query query);

    /**
     * Inserts many rows of one model in one transaction with batched SQL, for imports. Rules run per row; permission is
     * checked once; a row that breaks a rule is reported and left out, the others go in. One audit row per call.
     *
     * @return per row, in order, either the new id ({@link Long}) or a {@link org.ashlar.platform.problem.Problem}
     */
    List<Object> insertAll(String model, List<Map<String, Object>> rows);

    /**
     * What to find.
     *
     * @param filter RSQL or {@code null}
     * @param q search text or {@code null}
     * @param sort REST sort or {@code null} for the model's
     * @param fields fields or {@code null} for all
     * @param offset rows to skip
     * @param limit rows at most, 1 to 1,000
     * @param count whether to count all
     */
    record Query(String filter, String q, String sort, List<String> fields, long offset, int limit, boolean count) {
    }

    /**
     * A page.
     *
     * @param total rows in all, -1 if not counted
     * @param rows the rows
     */
    record Page(long total, List<Map<String, Object>> rows) {
    }
}
