package org.ashlar.platform.kernel.internal.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc.Null;
import org.ashlar.platform.kernel.internal.jdbc.JdbcException;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;
import org.ashlar.platform.schedule.Schedules;

/** Tables {@code platform_schedule} (one row per task, its lock and last run) and {@code platform_schedule_run}. */
final class ScheduleStore {

    private static final int PROBLEM_LENGTH = 2000;

    private final Jdbc jdbc;

    ScheduleStore(DataSource plain) {
        jdbc = new Jdbc(plain);
    }

    /** One task's row. */
    record Row(String id, Instant nextRun, String lockedBy, Instant lastStart, Instant lastEnd, String outcome,
            String problem) {
    }

    List<Row> all() {
        return jdbc.query("SELECT id, next_run, locked_by, last_start, last_end, outcome, problem FROM platform_schedule"
                + " ORDER BY id", ScheduleStore::row);
    }

    /** Makes sure that the task has a row; another node may be quicker. */
    void ensure(String id, Instant nextRun) {
        try {
            jdbc.update("INSERT INTO platform_schedule (id, next_run) VALUES (?, ?)", id, nextRun);
        } catch (JdbcException e) {
            if (!SqlStates.isDuplicate(e)) {
                throw e;
            }
        }
    }

    /**
     * Takes the task if it is still as it was read; one of several nodes wins.
     *
     * @param owner who held it as far as the row said, {@code null} if nobody
     */
    boolean lock(Row seen, String owner, String node) {
        String sql = "UPDATE platform_schedule SET locked_by = ? WHERE id = ? AND next_run = ? AND locked_by ";
        return owner == null
                ? jdbc.update(sql + "IS NULL", node, seen.id(), seen.nextRun()) == 1
                : jdbc.update(sql + "= ?", node, seen.id(), seen.nextRun(), owner) == 1;
    }

    void finished(Schedules.Run run, long runId, Instant nextRun, boolean history) {
        String problem = shorten(run.problem());
        jdbc.update("UPDATE platform_schedule SET locked_by = NULL, next_run = ?, last_start = ?, last_end = ?, outcome = ?,"
                + " problem = ? WHERE id = ? AND locked_by = ?", nextRun, run.start(), run.end(), run.outcome(),
                Null.text(problem), run.taskId(), run.node());
        if (history) {
            jdbc.update("INSERT INTO platform_schedule_run (id, task_id, node, started_at, ended_at, outcome, problem)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)", runId, run.taskId(), run.node(), run.start(), run.end(),
                    run.outcome(), Null.text(problem));
        }
    }

    /** Gives back what a dead process of this node held. */
    void release(String node) {
        jdbc.update("UPDATE platform_schedule SET locked_by = NULL WHERE locked_by = ?", node);
    }

    void setNextRun(String id, Instant nextRun) {
        jdbc.update("UPDATE platform_schedule SET next_run = ? WHERE id = ?", nextRun, id);
    }

    List<Schedules.Run> runs(String id, int limit) {
        return jdbc.query("SELECT task_id, node, started_at, ended_at, outcome, problem FROM platform_schedule_run"
                + " WHERE task_id = ? ORDER BY ended_at DESC FETCH FIRST " + limit + " ROWS ONLY",
                r -> new Schedules.Run(r.getString("task_id"), r.getString("node"), Jdbc.instant(r, "started_at"),
                        Jdbc.instant(r, "ended_at"), r.getString("outcome"), r.getString("problem")), id);
    }

    void purge(Instant before) {
        jdbc.update("DELETE FROM platform_schedule_run WHERE ended_at < ?", before);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("id"), Jdbc.instant(row, "next_run"), row.getString("locked_by"),
                Jdbc.instant(row, "last_start"), Jdbc.instant(row, "last_end"), row.getString("outcome"),
                row.getString("problem"));
    }

    private static String shorten(String text) {
        return text == null || text.length() <= PROBLEM_LENGTH ? text : text.substring(0, PROBLEM_LENGTH);
    }
}
