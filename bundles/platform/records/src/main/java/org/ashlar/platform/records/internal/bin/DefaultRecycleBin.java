package org.ashlar.platform.records.internal.bin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.RecordPurged;
import org.ashlar.platform.record.RecycleBin;
import org.ashlar.platform.records.internal.bin.BinTable.Kept;
import org.ashlar.platform.records.internal.bin.StoredRows.Table;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.records.internal.store.DefaultEntityStore;
import org.ashlar.platform.records.internal.store.UnitsOfWork;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deleted records: shown, put back, forgotten; by itself when their time is over. Thread-safe. */
@Component(service = {RecycleBin.class, ScheduledTask.class})
public final class DefaultRecycleBin implements RecycleBin, ScheduledTask {

    private static final int BATCH = 500;

    private final DefaultCatalog catalog;
    private final Database database;
    private final UnitsOfWork units;
    private final DefaultEntityStore store;
    private final Transactions transactions;
    private final Events events;
    private final AuditLog log;
    private final Access access;
    private final Clock clock;

    @Activate
    public DefaultRecycleBin(@Reference DefaultCatalog catalog, @Reference Database database, @Reference UnitsOfWork units,
            @Reference DefaultEntityStore store, @Reference Transactions transactions, @Reference Events events,
            @Reference AuditLog log, @Reference Access access, @Reference Clock clock) {
        this.catalog = catalog;
        this.database = database;
        this.units = units;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.log = log;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Deleted> list(String model, String q, long offset, int limit) {
        long user = access.may("platform.recycleBin.read") ? -1 : access.caller().userId();
        return database.any(c -> BinTable.list(c, new BinTable.Asked(access.caller().companyId(), user, model, q,
                Math.max(0, offset), Math.max(1, Math.min(BATCH, limit)))));
    }

    @Override
    public Deleted restore(long id) {
        return transactions.required(() -> {
            Kept kept = mine(id, "platform.recycleBin.read");
            access.require(kept.deleted().model() + ".delete");
            EntityModel model = catalog.snapshot().model(kept.deleted().model());
            if (model == null) {
                throw Problem.of(ProblemKind.UNAVAILABLE, "platform.recycleBin.modelAway", kept.deleted().model());
            }
            check(kept, model);
            database.transaction(c -> {
                for (Table table : kept.content().tables()) {
                    StoredRows.insert(c, table);
                }
                BinTable.delete(c, id);
                return null;
            });
            units.restored(model, store.get(model, kept.deleted().recordId()));
            return kept.deleted();
        });
    }

    @Override
    public void purge(long id) {
        access.require("platform.recycleBin.purge");
        transactions.run(() -> forget(mine(id, "platform.recycleBin.purge")));
    }

    private void forget(Kept kept) {
        Deleted deleted = kept.deleted();
        database.transaction(c -> {
            BinTable.delete(c, deleted.id());
            return null;
        });
        log.note(deleted.model(), deleted.recordId(), "purged", Map.of());
        events.publish(new RecordPurged(deleted.model(), deleted.recordId(), kept.company()));
    }

    /** Own deletions, or with the permission those of everybody, of the caller's company. */
    private Kept mine(long id, String all) {
        Kept kept = database.any(c -> BinTable.find(c, id));
        boolean visible = kept != null && (kept.company() == 0 || kept.company() == access.caller().companyId())
                && (kept.deleted().deletedBy() == access.caller().userId() || access.may(all));
        if (!visible) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.recycleBin.unknown", String.valueOf(id));
        }
        return kept;
    }

    /** What the record refers to must be there, and its key still free. */
    private void check(Kept kept, EntityModel model) {
        List<FieldError> errors = new ArrayList<>();
        for (Table table : kept.content().tables()) {
            EntityModel owner = catalog.snapshot().model(table.model());
            for (Map<String, String> row : table.rows()) {
                references(owner, table, row, kept.company(), errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.rules("platform.recycleBin.references", errors);
        }
        Map<String, String> row = kept.content().tables().get(0).rows().get(0);
        if (database.transaction(c -> BinTable.exists(c, model.info().table(), kept.deleted().recordId()))) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.recycleBin.present");
        }
        List<FieldInfo> key = model.info().naturalKey().stream().map(model::field).filter(f -> f != null && f.column() != null
                && f.extension() == null && (f.type() == FieldType.TEXT || f.type() == FieldType.REF)).toList();
        boolean whole = !key.isEmpty() && key.size() == model.info().naturalKey().size()
                && key.stream().allMatch(f -> row.get(f.column()) != null);
        if (whole && database.transaction(c -> BinTable.taken(c, model.info().table(), kept.company(), key, row))) {
            throw new Problem(ProblemKind.CONFLICT, "platform.recycleBin.taken", List.of(), key.stream()
                    .map(f -> FieldError.of(f.name(), "platform.value.duplicate", row.get(f.column()))).toList());
        }
    }

    private void references(EntityModel owner, Table table, Map<String, String> row, long company, List<FieldError> errors) {
        if (owner == null) {
            return;
        }
        for (FieldInfo field : owner.fields().values()) {
            String value = field.type() == FieldType.REF && table.name().equals(field.table()) && field.column() != null
                    ? row.get(field.column()) : null;
            EntityModel target = value == null ? null : catalog.snapshot().model(field.target());
            if (target != null && !database.transaction(
                    c -> BinTable.refers(c, target.info().table(), Long.parseLong(value),
                            target.info().companyScoped() ? company : 0))) {
                errors.add(FieldError.of(field.name(), "platform.ref.notFound", field.target(), value));
            }
        }
    }

    @Override
    public String id() {
        return "platform.recycleBin";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<Kept> over = database.read(c -> BinTable.over(c, now, BATCH));
        for (Kept kept : over) {
            access.as(access.system(kept.company()), () -> {
                transactions.run(() -> forget(kept));
                return null;
            });
        }
    }
}
