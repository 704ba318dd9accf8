package org.ashlar.platform.collaboration.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.activity.Comments;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Comments on records. Thread-safe. */
@Component(service = {Comments.class, CommentService.class})
public final class CommentService implements Comments {

    private static final String TABLE = "platform_comment";
    private static final int MOST_TEXT = 20_000;
    private static final int MOST_HTML = 32_000;
    private static final int EXCERPT = 200;
    private static final long EDIT_MINUTES = 60;

    private final Sql sql;
    private final Transactions transactions;
    private final Subjects subjects;
    private final Followers followers;
    private final People people;
    private final Notifications notifications;
    private final Settings settings;
    private final AuditLog log;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public CommentService(@Reference Sql sql, @Reference Transactions transactions, @Reference Subjects subjects,
            @Reference Followers followers, @Reference People people, @Reference Notifications notifications,
            @Reference Settings settings, @Reference AuditLog log, @Reference IdSource ids, @Reference Access access,
            @Reference Clock clock, @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.subjects = subjects;
        this.followers = followers;
        this.people = people;
        this.notifications = notifications;
        this.settings = settings;
        this.log = log;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A comment; text and html are {@code null} once it is deleted.
     *
     * @param shared whether partners' users see it, too
     * @param mentions users that the text mentions
     * @param mayEdit whether the caller may still change or delete it
     */
    public record Comment(long id, Person author, String text, String html, Instant at, Instant editedAt, boolean deleted,
            boolean shared, List<Person> mentions, boolean mayEdit) {
    }

    /** Comments, oldest first. */
    public record Page(long total, List<Comment> rows) {
    }

    @Override
    public long add(String model, long recordId, String text, String html, String author) {
        return add(model, recordId, text, html, author, false);
    }

    /** As {@link #add(String, long, String, String, String)}; {@code shared}: for partners' users, too, whose own always are. */
    public long add(String model, long recordId, String text, String html, String author, boolean shared) {
        Subject subject = subjects.of(model, recordId);
        String body = checked(text);
        return transactions.required(() -> {
            long user = access.caller().userId();
            boolean open = shared || subjects.guest();
            long id = ids.next();
            sql.inTransaction(db -> {
                new Values().number("id", id).number("company_id", access.caller().companyId()).text("model", model)
                        .number("record_id", recordId).number("author_id", author == null ? user : 0L)
                        .text("author_name", cut(author, 255)).text("body", body)
                        .text("html", html == null || html.length() > MOST_HTML ? null : html)
                        .flag("shared", open).time("written_at", clock.instant()).insert(db, TABLE);
                return null;
            });
            if (author == null) {
                followers.follow(subject, user, false);
            }
            tell(subject, body, author == null ? people.caller() : author, author == null ? user : 0, open);
            return id;
        });
    }

    private static String checked(String text) {
        String body = text == null ? "" : text.strip();
        if (body.isEmpty()) {
            throw Problem.rule("text", "platform.comment.empty");
        }
        if (body.length() > MOST_TEXT) {
            throw Problem.rule("text", "platform.value.tooLong", MOST_TEXT, body.length());
        }
        return body;
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private void tell(Subject subject, String text, String author, long user, boolean open) {
        Set<Long> mentioned = new LinkedHashSet<>();
        people.mentioned(text).forEach(p -> mentioned.add(p.id()));
        mentioned.remove(user);
        mentioned.removeIf(id -> !subjects.visibleTo(id, subject.model().id(), subject.id(), open));
        mentioned.forEach(id -> followers.follow(subject, id, false));
        Set<Long> others = new LinkedHashSet<>(followers.of(subject));
        others.remove(user);
        others.removeAll(mentioned);
        others.removeIf(id -> !subjects.visibleTo(id, subject.model().id(), subject.id(), open));
        List<Object> args = List.of(author, subject.label(), cut(text, EXCERPT));
        send("mention", "notice.text.mention", mentioned, args, subject);
        send("comment", "notice.text.comment", others, args, subject);
    }

    private void send(String kind, String key, Set<Long> users, List<Object> args, Subject subject) {
        if (!users.isEmpty()) {
            notifications.send(new Notice(kind, List.copyOf(users), key, args, subject.model().id(), subject.id(), false));
        }
    }

    /** Comments of a record that the caller sees. */
    public Page list(Subject subject, long offset, int limit) {
        String mine = scope();
        long total = sql.any(db -> db.fetchOne("select count(*) from platform_comment where record_id = ? and model = ?" + mine,
                subject.id(), subject.model().id(), access.caller().companyId())).get(0, Long.class);
        List<Comment> rows = sql.any(db -> db.fetch("select * from platform_comment where record_id = ? and model = ?"
                + mine + " order by written_at, id offset " + Math.max(0, offset) + " rows fetch next "
                + Math.max(1, Math.min(500, limit)) + " rows only", subject.id(), subject.model().id(), access.caller().companyId()))
                .map(this::comment);
        return new Page(total, rows);
    }

    /** Number of comments that are not deleted. */
    public long count(Subject subject) {
        return sql.any(db -> db.fetchOne("select count(*) from platform_comment where record_id = ? and model = ?"
                + scope() + " and deleted_at is null", subject.id(), subject.model().id(), access.caller().companyId()))
                .get(0, Long.class);
    }

    /** Talk belongs to a company, even about records that all companies share; guests hear what is shared with them. */
    private String scope() {
        return " and company_id = ?" + (subjects.guest() ? " and shared = 1" : "");
    }

    private Comment comment(Record row) {
        boolean deleted = Values.has(row, "deleted_at");
        String name = Values.get(row, "author_name", String.class);
        String text = deleted ? null : Values.get(row, "body", String.class);
        return new Comment(Values.get(row, "id", Long.class),
                name == null ? people.of(Values.get(row, "author_id", Long.class)) : new Person(0, null, name), text,
                deleted ? null : Values.get(row, "html", String.class), Values.instant(row, "written_at"),
                Values.instant(row, "edited_at"), deleted, Values.get(row, "shared", Integer.class) != 0,
                deleted ? List.of() : people.mentioned(text),
                !deleted && mayEdit(row));
    }

    private boolean mayEdit(Record row) {
        long minutes;
        try {
            minutes = Long.parseLong(settings.get("comments.editMinutes", String.valueOf(EDIT_MINUTES)).trim());
        } catch (NumberFormatException e) {
            minutes = EDIT_MINUTES;
        }
        return Values.get(row, "author_id", Long.class) == access.caller().userId() && access.caller().userId() > 0
                && clock.instant().isBefore(Values.instant(row, "written_at").plus(Duration.ofMinutes(minutes)));
    }

    /** One comment of a record. */
    public Comment get(Subject subject, long id) {
        return comment(row(subject, id));
    }

    private Record row(Subject subject, long id) {
        Record row = sql.any(db -> db.fetchOne("select * from platform_comment where id = ? and record_id = ? and model = ?"
                + scope() + " and deleted_at is null", id, subject.id(), subject.model().id(), access.caller().companyId()));
        if (row == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.comment.unknown", String.valueOf(id));
        }
        return row;
    }

    /** Changes an own comment while its time lasts. */
    public void edit(Subject subject, long id, String text) {
        String body = checked(text);
        transactions.run(() -> {
            Record row = row(subject, id);
            if (!mayEdit(row)) {
                throw Problem.of(ProblemKind.RULE, "platform.comment.locked");
            }
            sql.inTransaction(db -> new Values().text("body", body).text("html", null).time("edited_at", clock.instant())
                    .update(db, TABLE, "id = ?", id));
            log.note(subject.model().id(), subject.id(), "commentEdited",
                    Map.of("comment", id, "before", cut(Values.get(row, "body", String.class), 1_000)));
        });
    }

    /** Takes back an own comment while its time lasts; any with {@code platform.comment.delete}. */
    public void delete(Subject subject, long id) {
        transactions.run(() -> {
            Record row = row(subject, id);
            if (!mayEdit(row) && !access.may("platform.comment.delete")) {
                throw Problem.of(ProblemKind.RULE, "platform.comment.locked");
            }
            sql.inTransaction(db -> new Values().time("deleted_at", clock.instant())
                    .number("deleted_by", access.caller().userId()).update(db, TABLE, "id = ?", id));
            log.note(subject.model().id(), subject.id(), "commentDeleted",
                    Map.of("comment", id, "before", cut(Values.get(row, "body", String.class), 1_000)));
        });
    }
}
