package org.ashlar.platform.collaboration.internal.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.collaboration.internal.model.TagEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tags on records. Thread-safe. */
@Component(service = Tags.class)
public final class Tags {

    private static final int MOST = 50;

    private final Sql sql;
    private final Transactions transactions;
    private final EntityStore store;
    private final AuditLog log;
    private final Access access;

    @Activate
    public Tags(@Reference Sql sql, @Reference Transactions transactions, @Reference EntityStore store, @Reference AuditLog log,
            @Reference Access access) {
        this.sql = sql;
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.access = access;
    }

    /** A tag. */
    public record Tag(long id, String name, String color) {
    }

    /** Tags of a record by name. */
    public List<Tag> of(Subject subject) {
        return sql.any(db -> db.fetch("select t.id, t.name, t.color from platform_tag_link l join platform_tag t on t.id = l.tag_id"
                + " where l.record_id = ? and l.model = ? and l.company_id = ? order by t.name", subject.id(),
                subject.model().id(), access.caller().companyId()))
                .map(r -> new Tag(r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class)));
    }

    /** Replaces the tags of a record by these names; unknown ones are made by whoever may create tags. */
    public void set(Subject subject, List<String> names) {
        access.require(subject.model().id() + ".update");
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : names == null ? List.<String>of() : names) {
            if (name != null && !name.isBlank()) {
                wanted.add(name.strip());
            }
        }
        if (wanted.size() > MOST || wanted.stream().anyMatch(n -> n.length() > 64)) {
            throw Problem.rule("tags", "platform.tag.many", MOST, 64);
        }
        transactions.run(() -> {
            List<Long> ids = wanted.stream().map(this::id).toList();
            sql.inTransaction(db -> {
                db.execute("delete from platform_tag_link where record_id = ? and model = ? and company_id = ?", subject.id(),
                        subject.model().id(), access.caller().companyId());
                for (Long id : ids) {
                    new Values().number("tag_id", id).text("model", subject.model().id()).number("record_id", subject.id())
                            .number("company_id", access.caller().companyId()).insert(db, "platform_tag_link");
                }
                return null;
            });
            log.note(subject.model().id(), subject.id(), "tagged", Map.of("tags", String.join(", ", wanted)));
        });
    }

    private Long id(String name) {
        var known = sql.inTransaction(db -> db.fetchOne("select id from platform_tag where company_id = ? and lower(name) = lower(?)",
                access.caller().companyId(), name));
        if (known != null) {
            return known.get(0, Long.class);
        }
        access.require("platform.tag.create");
        TagEntity tag = new TagEntity();
        tag.setName(name);
        store.insert(tag);
        store.flush();
        return tag.getId();
    }

    /** Ids of the records of a model that carry a tag. */
    public List<Long> records(String model, long tag) {
        access.require(model + ".read");
        return sql.any(db -> db.fetch("select record_id from platform_tag_link where tag_id = ? and model = ? and company_id = ?"
                + " order by record_id fetch first 1000 rows only", tag, model, access.caller().companyId()))
                .map(r -> r.get(0, Long.class));
    }
}
