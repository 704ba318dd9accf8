package org.ashlar.platform.collaboration.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who wants to hear about a record. Its creator follows without a row, so that creating records costs nothing; a muted row
 * says that somebody does not want to. Thread-safe.
 */
@Component(service = Followers.class)
public final class Followers {

    private static final String TABLE = "platform_follower";

    private final Sql sql;
    private final Transactions transactions;
    private final Subjects subjects;
    private final People people;
    private final Access access;
    private final Clock clock;

    @Activate
    public Followers(@Reference Sql sql, @Reference Transactions transactions, @Reference Subjects subjects,
            @Reference People people, @Reference Access access, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.subjects = subjects;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /** Ids of the followers. */
    List<Long> of(Subject subject) {
        Map<Long, Boolean> muted = new LinkedHashMap<>();
        long creator = subjects.creator(subject);
        if (creator > 0) {
            muted.put(creator, false);
        }
        sql.any(db -> db.fetch("select user_id, muted from platform_follower where record_id = ? and model = ? order by since,"
                + " user_id", subject.id(), subject.model().id()))
                .forEach(r -> muted.put(r.get(0, Long.class), r.get(1, Integer.class) != 0));
        List<Long> ids = new ArrayList<>();
        muted.forEach((id, silent) -> {
            if (!silent) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The followers with their names. */
    public List<Person> list(Subject subject) {
        return of(subject).stream().map(people::of).toList();
    }

    /** Whether the caller follows. */
    public boolean following(Subject subject) {
        return of(subject).contains(access.caller().userId());
    }

    /** Lets an active user who may see the record follow, whatever he said before. */
    public void add(Subject subject, long user) {
        people.active(user, "user");
        if (!subjects.visibleTo(user, subject.model().id(), subject.id())) {
            throw Problem.rule("user", "platform.activity.blind", people.of(user).name());
        }
        follow(subject, user, true);
    }

    /** Lets a user follow; {@code evenIfMuted} false leaves his own no as it is. */
    void follow(Subject subject, long user, boolean evenIfMuted) {
        if (user <= 0) {
            return;
        }
        transactions.run(() -> sql.inTransaction(db -> {
            int present = new Values().flag("muted", false).update(db, TABLE,
                    "record_id = ? and model = ? and user_id = ?" + (evenIfMuted ? "" : " and muted = 0"), subject.id(),
                    subject.model().id(), user);
            if (present == 0 && !exists(subject, user)) {
                insert(subject, user, false);
            }
            return null;
        }));
    }

    /** A user does not want to hear of the record any more. */
    public void unfollow(Subject subject, long user) {
        transactions.run(() -> sql.inTransaction(db -> {
            int present = new Values().flag("muted", true).update(db, TABLE, "record_id = ? and model = ? and user_id = ?",
                    subject.id(), subject.model().id(), user);
            if (present == 0) {
                insert(subject, user, true);
            }
            return null;
        }));
    }

    private boolean exists(Subject subject, long user) {
        return sql.any(db -> db.fetchOne("select muted from platform_follower where record_id = ? and model = ? and user_id = ?",
                subject.id(), subject.model().id(), user)) != null;
    }

    private void insert(Subject subject, long user, boolean muted) {
        sql.inTransaction(db -> {
            new Values().number("record_id", subject.id()).text("model", subject.model().id()).number("user_id", user)
                    .number("company_id", access.caller().companyId()).flag("muted", muted).time("since", clock.instant())
                    .insert(db, TABLE);
            return null;
        });
    }
}
