package org.ashlar.platform.operations.internal.auditor;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The last runs of the auditor: one row for each company and rule. Thread-safe. */
@Component(service = AuditorRuns.class)
public final class AuditorRuns {

    static final int KEPT = 30;
    private static final int SUBJECT = 255;

    private final Sql sql;
    private final Transactions transactions;
    private final IdSource ids;

    /** By injection. */
    @Activate
    public AuditorRuns(@Reference Sql sql, @Reference Transactions transactions, @Reference IdSource ids) {
        this.sql = sql;
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * What a rule found.
     *
     * @param company company id
     * @param breaches how many, 1,000 at most
     * @param failed whether the rule could not be checked
     * @param subject what the worst breach is about, {@code null} if there is none
     * @param model model of that record, {@code null} if it is about none
     * @param record its id, 0 if it is about none
     */
    public record Result(long company, String rule, int breaches, boolean failed, String subject, String model, long record) {

        /** Whether somebody must look. */
        public boolean bad() {
            return failed || breaches > 0;
        }

        /** Page of the suite where the worst breach can be looked at, {@code null} if there is none. */
        public String path() {
            return model == null ? null : record > 0 ? "/app/r/" + model + "/" + record : "/app/r/" + model;
        }
    }

    /** Keeps a run and forgets those before the last {@value #KEPT}. */
    void keep(Instant at, List<Result> results) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        transactions.run(() -> sql.inTransaction(db -> {
            long run = ids.next();
            db.execute("insert into platform_auditor_run (id, run_at) values (?, ?)", run, time);
            results.forEach(r -> db.execute("insert into platform_auditor_result (run_id, company_id, rule_id, breaches, failed, subject,"
                    + " model_id, record_id) values (?, ?, ?, ?, ?, ?, ?, ?)", run, r.company(), r.rule(), r.breaches(), r.failed(),
                    cut(r.subject()), r.model(), r.record()));
            // Runs of a clock that was ahead would pass for the latest until it has caught up.
            List<Long> ahead = db.fetch("select id from platform_auditor_run where run_at > ?", time).getValues(0, Long.class);
            ahead.forEach(id -> forget(db, id));
            List<Long> runs = db.fetch("select id from platform_auditor_run order by run_at desc, id desc").getValues(0, Long.class);
            runs.subList(Math.min(KEPT, runs.size()), runs.size()).forEach(id -> forget(db, id));
            return null;
        }));
    }

    private static void forget(DSLContext db, Long run) {
        db.execute("delete from platform_auditor_result where run_id = ?", run);
        db.execute("delete from platform_auditor_run where id = ?", run);
    }

    /** When the auditor ran last. */
    public Optional<Instant> latest() {
        return Optional.ofNullable(sql.any(db -> db.fetchOne("select max(run_at) from platform_auditor_run")
                .get(0, LocalDateTime.class))).map(t -> t.toInstant(ZoneOffset.UTC));
    }

    /** What the last run found, all companies. */
    public List<Result> results() {
        return sql.any(db -> db.fetch("select company_id, rule_id, breaches, failed, subject, model_id, record_id from"
                + " platform_auditor_result where run_id = (select max(id) from platform_auditor_run) order by company_id, rule_id")
                .map(r -> new Result(r.get(0, Long.class), r.get(1, String.class), r.get(2, Integer.class), r.get(3, Boolean.class),
                        r.get(4, String.class), r.get(5, String.class), r.get(6) == null ? 0 : r.get(6, Long.class))));
    }

    private static String cut(String text) {
        return text == null || text.length() <= SUBJECT ? text : text.substring(0, SUBJECT);
    }
}
