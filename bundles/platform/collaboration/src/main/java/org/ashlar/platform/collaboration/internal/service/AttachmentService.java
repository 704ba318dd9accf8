package org.ashlar.platform.collaboration.internal.service;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.attachment.Attachments;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.collaboration.internal.domain.FileNames;
import org.ashlar.platform.collaboration.internal.domain.FileTypes;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.problem.FieldError;
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

/** Files of records with their versions. Thread-safe. */
@Component(service = {Attachments.class, AttachmentService.class})
public final class AttachmentService implements Attachments {

    /** Nothing larger is taken, whatever the setting says. */
    public static final long LIMIT = 200L << 20;

    private static final String TABLE = "platform_attachment";
    private static final long MEGABYTES = 25;
    private static final String OF_RECORD = " from platform_attachment where record_id = ? and model = ?";

    private final Sql sql;
    private final Transactions transactions;
    private final Subjects subjects;
    private final FileStore files;
    private final Settings settings;
    private final AuditLog log;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public AttachmentService(@Reference Sql sql, @Reference Transactions transactions, @Reference Subjects subjects,
            @Reference FileStore files, @Reference Settings settings, @Reference AuditLog log, @Reference IdSource ids,
            @Reference Access access, @Reference Clock clock,
            @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.subjects = subjects;
        this.files = files;
        this.settings = settings;
        this.log = log;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public long store(String model, long recordId, String name, String mediaType, InputStream content) {
        Subject subject = subjects.of(model, recordId);
        subjects.requireInside();
        access.require(model + ".update");
        String file = FileNames.clean(name);
        String extension = FileNames.extension(file);
        if (!allowed().contains(extension)) {
            throw refused(ProblemKind.RULE, "platform.attachment.type", file, String.join(", ", allowed()));
        }
        FileStore.Stored stored = files.store(content, limit(),
                most -> refused(ProblemKind.TOO_LARGE, "platform.attachment.tooLarge", file, most >> 20));
        boolean kept = false;
        try {
            if (stored.size() == 0) {
                throw refused(ProblemKind.RULE, "platform.attachment.empty", file);
            }
            if (!FileTypes.fits(extension, stored.head())) {
                throw refused(ProblemKind.RULE, "platform.attachment.content", file, extension);
            }
            long id = transactions.required(() -> keep(subject, file, FileTypes.mediaType(extension), stored));
            kept = stored.key().equals(key(id));
            return id;
        } finally {
            if (!kept) {
                files.delete(stored.key());
            }
        }
    }

    private String key(long id) {
        Record row = sql.any(db -> db.fetchOne("select file_key from platform_attachment where id = ?", id));
        return row == null ? null : row.get(0, String.class);
    }

    /** A file with the newest version's content is that version. */
    private long keep(Subject subject, String name, String mediaType, FileStore.Stored stored) {
        Record newest = sql.inTransaction(db -> db.fetchOne("select id, company_id, version_no, sha256, deleted_at" + OF_RECORD
                + " and name_key = ? order by version_no desc fetch first 1 rows only", subject.id(), subject.model().id(),
                FileNames.key(name)));
        boolean mine = newest != null && Values.get(newest, "company_id", Long.class) == access.caller().companyId();
        if (mine && !Values.has(newest, "deleted_at") && stored.sha256().equals(Values.get(newest, "sha256", String.class))) {
            return Values.get(newest, "id", Long.class);
        }
        int version = newest == null ? 1 : Values.get(newest, "version_no", Integer.class) + 1;
        long id = ids.next();
        sql.inTransaction(db -> {
            new Values().number("id", id).number("company_id", access.caller().companyId())
                    .text("model", subject.model().id()).number("record_id", subject.id()).text("file_name", name)
                    .text("name_key", FileNames.key(name)).text("media_type", mediaType).number("size_bytes", stored.size())
                    .text("sha256", stored.sha256()).count("version_no", version).text("file_key", stored.key())
                    .time("stored_at", clock.instant()).number("stored_by", access.caller().userId()).insert(db, TABLE);
            return null;
        });
        log.note(subject.model().id(), subject.id(), "attached",
                Map.of("file", name, "version", version, "sha256", stored.sha256()));
        return id;
    }

    /** Extensions that the company takes. */
    public Set<String> allowed() {
        String given = settings.get("attachments.types", "");
        return given.isBlank() ? FileTypes.extensions() : Arrays.stream(given.toLowerCase(Locale.ROOT).split("[\\s,;.]+"))
                .filter(e -> e.matches("[a-z0-9]{1,10}")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Largest file that the company takes, in bytes. */
    public long limit() {
        try {
            long megabytes = Long.parseLong(settings.get("attachments.maxMegabytes", String.valueOf(MEGABYTES)).trim());
            return Math.max(1 << 10, Math.min(LIMIT, megabytes << 20));
        } catch (NumberFormatException e) {
            return MEGABYTES << 20;
        }
    }

    private static Problem refused(ProblemKind kind, String code, Object... args) {
        FieldError error = FieldError.of("file", code, args);
        return new Problem(kind, code, error.args(), List.of(error));
    }

    @Override
    public List<Attachment> list(String model, long recordId) {
        Subject subject = subjects.of(model, recordId);
        subjects.requireInside();
        return list(subject, false);
    }

    /** The newest version of each file, by name; with {@code deleted} those that were deleted instead. */
    public List<Attachment> list(Subject subject, boolean deleted) {
        return sql.any(db -> db.fetch("select a.*" + OF_RECORD.replace(TABLE, TABLE + " a") + " and deleted_at is "
                + (deleted ? "not null" : "null") + " and company_id = ? and version_no = (select max(b.version_no)"
                + " from platform_attachment b where b.record_id = a.record_id and b.model = a.model"
                + " and b.name_key = a.name_key and b.company_id = a.company_id) order by name_key", subject.id(),
                subject.model().id(), access.caller().companyId())).map(AttachmentService::view);
    }

    /** All versions of the file that this version belongs to, newest first. */
    public List<Attachment> versions(long id) {
        Record row = mine(id, true);
        return sql.any(db -> db.fetch("select *" + OF_RECORD + " and name_key = ? and company_id = ? and deleted_at is null"
                + " order by version_no desc", Values.get(row, "record_id", Long.class),
                Values.get(row, "model", String.class), Values.get(row, "name_key", String.class), access.caller().companyId()))
                .map(AttachmentService::view);
    }

    private static Attachment view(Record row) {
        return new Attachment(Values.get(row, "id", Long.class), Values.get(row, "file_name", String.class), Values.get(row, "media_type", String.class),
                Values.get(row, "size_bytes", Long.class), Values.get(row, "sha256", String.class), Values.get(row, "version_no", Integer.class),
                Values.instant(row, "stored_at"), Values.get(row, "stored_by", Long.class));
    }

    /** A version of a file of a record that the caller may see. */
    public Attachment get(long id) {
        return view(mine(id, false));
    }

    private Record mine(long id, boolean deletedToo) {
        Record row = sql.any(db -> db.fetchOne("select * from platform_attachment where id = ? and company_id = ?", id,
                access.caller().companyId()));
        boolean there = row != null && (deletedToo || !Values.has(row, "deleted_at"));
        if (there) {
            try {
                subjects.of(Values.get(row, "model", String.class), Values.get(row, "record_id", Long.class));
                subjects.requireInside();
                return row;
            } catch (Problem hidden) {
                there = false;
            }
        }
        throw Problem.of(ProblemKind.NOT_FOUND, "platform.attachment.unknown", String.valueOf(id));
    }

    @Override
    public InputStream open(long id) {
        Record row = mine(id, false);
        try {
            return files.open(Values.get(row, "file_key", String.class));
        } catch (FileNotFoundException e) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.attachment.lost", Values.get(row, "file_name", String.class));
        }
    }

    /** Deletes a file with its versions; it can be restored for a while. Needs {@code <model>.update}. */
    public void delete(long id) {
        mark(id, true);
    }

    /** Brings a deleted file back. Needs {@code <model>.update}. */
    public void restore(long id) {
        mark(id, false);
    }

    private void mark(long id, boolean deleted) {
        transactions.run(() -> {
            Record row = mine(id, true);
            access.require(Values.get(row, "model", String.class) + ".update");
            int changed = sql.inTransaction(db -> new Values().time("deleted_at", deleted ? clock.instant() : null)
                    .number("deleted_by", deleted ? access.caller().userId() : null).update(db, TABLE,
                            "record_id = ? and model = ? and name_key = ? and company_id = ? and deleted_at is "
                                    + (deleted ? "null" : "not null"),
                            Values.get(row, "record_id", Long.class), Values.get(row, "model", String.class),
                            Values.get(row, "name_key", String.class), access.caller().companyId()));
            if (changed > 0) {
                log.note(Values.get(row, "model", String.class), Values.get(row, "record_id", Long.class), deleted ? "detached" : "reattached",
                        Map.of("file", Values.get(row, "file_name", String.class)));
            }
        });
    }
}
