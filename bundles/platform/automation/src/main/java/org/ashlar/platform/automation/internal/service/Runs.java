package org.ashlar.platform.automation.internal.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.model.RunOutcome;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of runs. Written by SQL in the running transaction: a run is a log line, not a record that people change, so
 * it neither appears in the audit log nor sets off rules. Thread-safe.
 */
@Component(service = Runs.class)
public final class Runs {

    private static final int PROBLEM = 4000;
    private static final int PAYLOAD = 8000;

    private final Sql sql;
    private final IdSource ids;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    /** By injection. */
    @Activate
    public Runs(@Reference Sql sql, @Reference IdSource ids, @Reference Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A run that has effects to bring about.
     *
     * @param id run id
     * @param rule rule id
     * @param company company
     * @param model model
     * @param record record
     * @param occurrence occurrence
     * @param attempts attempts so far
     * @param payload values of a deleted record, else empty
     */
    record Queued(long id, long rule, long company, String model, long record, String occurrence, int attempts,
            Map<String, Object> payload) {
    }

    /** Whether a rule has run for a record in an occurrence. */
    boolean exists(Rule rule, long record, String occurrence) {
        return sql.any(db -> db.fetchOptional("select id from platform_automation_run where rule_id = ? and record_id = ?"
                + " and occurrence = ?", rule.id(), record, occurrence)).isPresent();
    }

    /** Adds a run in the running transaction; {@code occurrence} {@code null}: one of its own. Returns its id. */
    long add(Rule rule, long record, String occurrence, RunOutcome outcome, String problem, Map<String, Object> payload) {
        long id = ids.next();
        LocalDateTime now = utc(clock.instant());
        sql.inTransaction(db -> db.execute("insert into platform_automation_run (id, version, company_id, created_at, created_by,"
                + " changed_at, changed_by, rule_id, model_id, record_id, occurrence, scheduled, outcome, problem, started_at,"
                + " ended_at, attempts, due_at, payload) values (?, 0, ?, ?, 0, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", id,
                rule.companyId(), now, now, rule.id(), rule.model(), record, occurrence == null ? "run" + id : occurrence,
                occurrence != null, outcome.name(), cut(problem), now, outcome == RunOutcome.QUEUED ? null : now,
                outcome == RunOutcome.FAILED ? 1 : 0, outcome == RunOutcome.QUEUED ? now.plusMinutes(1) : null, text(payload)));
        return id;
    }

    /** Takes a queued run for this transaction: nobody else gets it. */
    Optional<Queued> take(long id) {
        LocalDateTime now = utc(clock.instant());
        int taken = sql.inTransaction(db -> db.execute("update platform_automation_run set outcome = 'DONE', ended_at = ?,"
                + " attempts = attempts + 1, problem = null, due_at = null where id = ? and outcome = 'QUEUED'", now, id));
        return taken == 0 ? Optional.empty() : sql.inTransaction(db -> db.fetchOptional("select id, rule_id, company_id, model_id,"
                + " record_id, occurrence, attempts, payload from platform_automation_run where id = ?", id)).map(this::queued);
    }

    private Queued queued(Record row) {
        return new Queued(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class), row.get(3, String.class),
                row.get(4, Long.class), row.get(5, String.class), row.get(6, Integer.class), values(row.get(7, String.class)));
    }

    /** Effects failed: again at {@code due}, or never if that is {@code null}. */
    void failed(long id, String problem, Instant due) {
        sql.inTransaction(db -> db.execute("update platform_automation_run set outcome = ?, problem = ?, ended_at = ?, due_at = ?,"
                + " attempts = attempts + 1 where id = ? and outcome = 'QUEUED'",
                (due == null ? RunOutcome.FAILED : RunOutcome.QUEUED).name(), cut(problem), utc(clock.instant()),
                due == null ? null : utc(due), id));
    }

    /** Attempts so far. */
    int attempts(long id) {
        return sql.any(db -> db.fetchOptional("select attempts from platform_automation_run where id = ?", id))
                .map(row -> row.get(0, Integer.class)).orElse(0);
    }

    /** Queues a failed run again. */
    boolean again(long id) {
        return sql.inTransaction(db -> db.execute("update platform_automation_run set outcome = 'QUEUED', due_at = ?"
                + " where id = ? and outcome = 'FAILED'", utc(clock.instant().plusSeconds(60)), id)) > 0;
    }

    /** Queued runs that are due, oldest first. */
    List<Long> due(int limit) {
        return sql.read(db -> db.fetch("select id from platform_automation_run where outcome = 'QUEUED' and due_at <= ? order by id"
                + " offset 0 rows fetch next " + limit + " rows only", utc(clock.instant()))).map(row -> row.get(0, Long.class));
    }

    /** Forgets old runs; those of schedules are kept longer, because they say what has been done this year. */
    int prune(Instant before, Instant scheduledBefore) {
        return sql.inTransaction(db -> db.execute("delete from platform_automation_run where outcome <> 'QUEUED' and (scheduled = false"
                + " and started_at < ? or started_at < ?)", utc(before), utc(scheduledBefore)));
    }

    /** The occurrence that a scheduled rule has done last, {@code null} if none. */
    String last(Rule rule) {
        return sql.any(db -> db.fetchOptional("select last_occurrence from platform_automation_clock where rule_id = ?", rule.id()))
                .map(row -> row.get(0, String.class)).orElse(null);
    }

    /** Remembers it. */
    void last(Rule rule, String occurrence) {
        int changed = sql.inTransaction(db -> db.execute("update platform_automation_clock set last_occurrence = ? where rule_id = ?",
                occurrence, rule.id()));
        if (changed == 0) {
            sql.inTransaction(db -> db.execute("insert into platform_automation_clock (rule_id, last_occurrence) values (?, ?)",
                    rule.id(), occurrence));
        }
    }

    private String text(Map<String, Object> payload) {
        if (payload == null || payload.isEmpty()) {
            return null;
        }
        try {
            String text = json.writeValueAsString(payload);
            return text.length() > PAYLOAD ? null : text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, Object> values(String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, new TypeReference<Map<String, Object>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON is damaged", e);
        }
    }

    private static String cut(String text) {
        return text == null || text.length() <= PROBLEM ? text : text.substring(0, PROBLEM);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
