package org.ashlar.platform.records.internal.write;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.persistence.OptimisticLockException;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.bin.BinKeeper;
import org.ashlar.platform.records.internal.catalog.Attribute;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.records.internal.store.DefaultEntityStore;
import org.ashlar.platform.records.internal.store.ExtensionRows;
import org.ashlar.platform.records.internal.store.UnitsOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes single records by metadata inside a running transaction: permission, values, references, rules, flush. Thread-safe. */
@Component(service = RecordWriter.class)
public final class RecordWriter {

    private final DefaultCatalog catalog;
    private final UnitsOfWork units;
    private final DefaultEntityStore store;
    private final ExtensionRows extensions;
    private final Database database;
    private final Access access;
    private final Clock clock;
    private final BinKeeper bin;
    private final RecordReader reader;
    private final RowCheck rows;

    @Activate
    public RecordWriter(@Reference DefaultCatalog catalog, @Reference UnitsOfWork units, @Reference DefaultEntityStore store,
            @Reference ExtensionRows extensions, @Reference Database database, @Reference Access access,
            @Reference Clock clock, @Reference BinKeeper bin, @Reference RecordReader reader, @Reference RowCheck rows) {
        this.reader = reader;
        this.rows = rows;
        this.catalog = catalog;
        this.units = units;
        this.store = store;
        this.extensions = extensions;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.bin = bin;
    }

    /** Creates a record; it is flushed and has its id. */
    public BaseEntity create(EntityModel model, Map<String, Object> values) {
        requireCreatable(model);
        Errors errors = new Errors();
        References references = new References(catalog.snapshot());
        ValueWriter writer = new ValueWriter(reader.sight(), rows, errors, references, mayImportHistory(model));
        BaseEntity entity = model.create();
        writer.create(model, entity, values, "");
        references.check(database, access.caller().companyId(), errors);
        references.report(references.hidden(rows), errors);
        errors.check();
        unique(model, entity, writer, store.companyOf(model));
        store.insert(entity);
        flush(model, entity);
        writer.extensions().forEach(e -> extensions.write(e.model(), e.entity(), e.part(), e.values()));
        rows.requireInside(model, List.of(entity.getId()), model.id() + ".create");
        return entity;
    }

    /** Refuses models that the generic API does not create, and callers without the permission. */
    public void requireCreatable(EntityModel model) {
        access.require(model.id() + ".create");
        if (!model.info().creatable() || model.line()) {
            throw Problem.of(ProblemKind.NOT_ALLOWED, "platform.record.notCreatable", model.id());
        }
    }

    boolean mayImportHistory(EntityModel model) {
        return access.caller().channel() == Channel.IMPORT || access.may(model.id() + ".history");
    }

    /** Changes a record; {@code version} {@code null}: unchecked. */
    public BaseEntity update(EntityModel model, long id, Integer version, Map<String, Object> values) {
        access.require(model.id() + ".update");
        if (!model.info().updatable() || model.line()) {
            throw Problem.of(ProblemKind.NOT_ALLOWED, "platform.record.notUpdatable", model.id());
        }
        BaseEntity entity = find(model, id, ".update");
        requireVersion(entity, version);
        Errors errors = new Errors();
        References references = new References(catalog.snapshot());
        ValueWriter writer = new ValueWriter(reader.sight(), rows, errors, references, false);
        boolean changes = units.current().whole(() -> fill(model, entity, values, writer, references, errors));
        if (!changes) {
            return entity;
        }
        if (writer.linesChanged() || !writer.extensions().isEmpty()) {
            touch(model, entity);
        }
        flush(model, entity);
        writer.extensions().forEach(e -> extensions.write(e.model(), e.entity(), e.part(), e.values()));
        rows.requireInside(model, List.of(id), model.id() + ".update");
        return entity;
    }

    /** Writes values, checks them and runs the rules, before which new lines lack what the rules give them; whether anything changed. */
    private boolean fill(EntityModel model, BaseEntity entity, Map<String, Object> values, ValueWriter writer,
            References references, Errors errors) {
        writer.update(model, entity, values, "");
        if (errors.isEmpty() && !references.isEmpty()) {
            references.check(database, access.caller().companyId(), errors);
            references.report(references.hidden(rows), errors);
        }
        errors.check();
        if (writer.changed().isEmpty() && !writer.linesChanged()) {
            return false;
        }
        unique(model, entity, writer, entity.getCompanyId());
        store.update(model, entity, writer.changed());
        return true;
    }

    /** Deletes a record; {@code version} {@code null}: unchecked. */
    public void delete(EntityModel model, long id, Integer version) {
        access.require(model.id() + ".delete");
        if (!model.info().deletable() || model.line()) {
            throw Problem.of(ProblemKind.NOT_ALLOWED, "platform.record.notDeletable", model.id());
        }
        BaseEntity entity = find(model, id, ".delete");
        requireVersion(entity, version);
        bin.keep(model, entity);
        extensions.delete(model, id);
        store.delete(entity);
        flush(model, entity);
    }

    private void unique(EntityModel model, BaseEntity entity, ValueWriter writer, long company) {
        if (UniqueFields.has(model)) {
            Errors errors = new Errors();
            UniqueFields.check(database, company, model, entity, writer.changed(), writer.extensions(), errors);
            if (!errors.isEmpty()) {
                throw new Problem(ProblemKind.CONFLICT, "platform.record.duplicate", List.of(), errors.problem().errors());
            }
        }
    }

    private BaseEntity find(EntityModel model, long id, String permission) {
        BaseEntity entity = store.get(model, id);
        rows.require(model, id, model.id() + permission);
        return entity;
    }

    private static void requireVersion(BaseEntity entity, Integer version) {
        if (version != null && !version.equals(entity.getVersion())) {
            throw Problem.of(ProblemKind.STALE, "platform.record.stale", entity.getVersion().toString());
        }
    }

    /** A document whose lines or extension changed has a new version, though its own row stays the same. */
    private void touch(EntityModel model, BaseEntity entity) {
        Attribute changedAt = model.attribute("changedAt");
        changedAt.set(entity, clock.instant());
    }

    /** Writes now, so that the database's refusals can still be told in the record's words. */
    void flush(EntityModel model, BaseEntity entity) {
        try {
            units.flush();
        } catch (OptimisticLockException e) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.record.conflict");
        } catch (RuntimeException e) {
            if (duplicate(e) && !model.info().naturalKey().isEmpty()) {
                throw duplicate(model, entity);
            }
            throw e;
        }
    }

    private static boolean duplicate(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The problem for a natural key that exists already. */
    static Problem duplicate(EntityModel model, BaseEntity entity) {
        List<FieldError> errors = model.info().naturalKey().stream().map(name -> {
            FieldInfo field = model.field(name);
            Attribute attribute = field == null ? null : model.attribute(name);
            return FieldError.of(name, "platform.value.duplicate",
                    attribute == null ? "" : String.valueOf(attribute.get(entity)));
        }).toList();
        return new Problem(ProblemKind.CONFLICT, "platform.record.duplicate", List.of(), errors);
    }
}
