package org.ashlar.platform.kernel.internal.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc.Null;

/** Table {@code platform_job} over one data source: the JTA one to take part in a transaction, the plain one otherwise. */
final class JobStore {

    private static final String SELECT = "SELECT id, company_id, user_id, job_type, state, caller, parameters,"
            + " checkpoint_data, result, problem, done_units, total_units, node, asked_at, ended_at FROM platform_job";
    private static final int PROBLEM_LENGTH = 2000;

    private final Jdbc jdbc;

    JobStore(DataSource source) {
        jdbc = new Jdbc(source);
    }

    void insert(JobRow job) {
        jdbc.update("INSERT INTO platform_job (id, company_id, user_id, job_type, state, caller, parameters, done_units,"
                + " total_units, cancel_asked, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)", job.id(),
                job.companyId(), job.userId(), job.type(), JobRow.QUEUED, job.caller(), Null.text(job.parameters()),
                job.askedAt());
    }

    Optional<JobRow> find(long id) {
        return jdbc.first(SELECT + " WHERE id = ?", JobStore::row, id);
    }

    /** The newest jobs of a company. */
    List<JobRow> newest(long company, int limit) {
        return jdbc.query(SELECT + " WHERE company_id = ? ORDER BY asked_at DESC, id DESC FETCH FIRST " + limit + " ROWS ONLY",
                JobStore::row, company);
    }

    /** Queued jobs, oldest first. */
    List<JobRow> queued() {
        return jdbc.query(SELECT + " WHERE state = 'QUEUED' ORDER BY asked_at, id FETCH FIRST 100 ROWS ONLY", JobStore::row);
    }

    List<JobRow> running() {
        return jdbc.query(SELECT + " WHERE state = 'RUNNING'", JobStore::row);
    }

    /** Takes a queued job; one of several nodes wins. */
    boolean take(long id, String node) {
        return jdbc.update("UPDATE platform_job SET state = 'RUNNING', node = ?, cancel_asked = 0, problem = NULL,"
                + " ended_at = NULL WHERE id = ? AND state = 'QUEUED'", node, id) == 1;
    }

    /** Puts the job of a dead or stopping node back into the queue. */
    boolean requeue(long id, String node) {
        return jdbc.update("UPDATE platform_job SET state = 'QUEUED', node = NULL WHERE id = ? AND state = 'RUNNING'"
                + " AND node = ?", id, node) == 1;
    }

    /** Puts a failed or cancelled job back into the queue. */
    boolean resume(long id) {
        return jdbc.update("UPDATE platform_job SET state = 'QUEUED', node = NULL, cancel_asked = 0, problem = NULL,"
                + " ended_at = NULL WHERE id = ? AND state IN ('FAILED', 'CANCELLED')", id) == 1;
    }

    void checkpoint(long id, long done, long total, String checkpoint) {
        jdbc.update("UPDATE platform_job SET done_units = ?, total_units = ?, checkpoint_data = ? WHERE id = ?", done, total,
                Null.text(checkpoint), id);
    }

    void result(long id, String json) {
        jdbc.update("UPDATE platform_job SET result = ? WHERE id = ?", Null.text(json), id);
    }

    void ended(long id, String state, String problem, Instant at) {
        String text = problem == null || problem.length() <= PROBLEM_LENGTH ? problem : problem.substring(0, PROBLEM_LENGTH);
        jdbc.update("UPDATE platform_job SET state = ?, problem = ?, ended_at = ?, node = NULL WHERE id = ?"
                + " AND state = 'RUNNING'", state, Null.text(text), at, id);
    }

    /** Cancels a job that has not begun. */
    boolean cancelQueued(long id, Instant at) {
        return jdbc.update("UPDATE platform_job SET state = 'CANCELLED', ended_at = ? WHERE id = ? AND state = 'QUEUED'",
                at, id) == 1;
    }

    void askToCancel(long id) {
        jdbc.update("UPDATE platform_job SET cancel_asked = 1 WHERE id = ? AND state = 'RUNNING'", id);
    }

    /** Of the jobs that this node runs, those that somebody on another node wants cancelled. */
    List<Long> cancelAsked(String node) {
        return jdbc.query("SELECT id FROM platform_job WHERE state = 'RUNNING' AND cancel_asked = 1 AND node = ?",
                row -> row.getLong(1), node);
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(row.getLong("id"), row.getLong("company_id"), row.getLong("user_id"), row.getString("job_type"),
                row.getString("state"), row.getString("caller"), row.getString("parameters"),
                row.getString("checkpoint_data"), row.getString("result"), row.getString("problem"),
                row.getLong("done_units"), row.getLong("total_units"), row.getString("node"),
                Jdbc.instant(row, "asked_at"), Jdbc.instant(row, "ended_at"));
    }
}
