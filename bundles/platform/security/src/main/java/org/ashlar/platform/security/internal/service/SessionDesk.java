package org.ashlar.platform.security.internal.service;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's sessions, for the operator's console. Thread-safe. */
@Component(service = SessionDesk.class)
public final class SessionDesk {
    private static final int MOST = 1_000;

    private final Sql sql;
    private final Sessions sessions;

    /** By injection. */
    @Activate
    public SessionDesk(@Reference Sql sql, @Reference Sessions sessions) {
        this.sql = sql;
        this.sessions = sessions;
    }

    /** Sessions, of one user or with {@code null} of everybody, the one used last first. */
    public List<Listed> list(Long userId) {
        return sql.read(db -> db.fetch("select s.id, u.login, s.device, s.address, s.way, s.created_at, s.seen_at, s.step "
                + "from platform_session s join platform_user u on u.id = s.user_id where s.user_id = ? or ? = 0 "
                + "order by s.seen_at desc", userId == null ? 0L : userId, userId == null ? 0 : 1)).stream().limit(MOST)
                .map(r -> new Listed(r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class), r.get(3, String.class),
                        r.get(4, String.class), Sessions.instant(r.get(5, LocalDateTime.class)),
                        Sessions.instant(r.get(6, LocalDateTime.class)), r.get(7, String.class))).toList();
    }

    /** Ends one session of a user, or with {@code null} all; returns how many. */
    public int end(long userId, Long id) {
        if (id == null) {
            return sessions.endOthers(userId, 0);
        }
        if (!sessions.end(userId, id)) {
            throw Problem.notFound("platform.session", id);
        }
        return 1;
    }

    /** A session in the list. */
    public record Listed(long id, String login, String device, String address, String method, Instant startedAt, Instant seenAt,
            String step) {
    }
}
