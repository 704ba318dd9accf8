package org.ashlar.platform.records.internal.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.records.internal.audit.AuditTrail;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.records.internal.store.DefaultEntityStore;
import org.ashlar.platform.records.internal.store.Rules;
import org.ashlar.platform.records.internal.store.UnitsOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Inserts many records of one model inside a running transaction with batched SQL. Values and rules are those of single
 * records; rows that break them are reported and left out. Works in blocks, so memory does not grow with the call. Thread-safe.
 */
@Component(service = BulkWriter.class)
public final class BulkWriter {

    private static final int BLOCK = 500;

    private final DefaultCatalog catalog;
    private final RecordWriter writer;
    private final DefaultEntityStore store;
    private final Database database;
    private final BatchInsert inserts;
    private final AuditTrail audit;
    private final Access access;
    private final Events events;
    private final Rules rules;
    private final UnitsOfWork units;
    private final RecordReader reader;
    private final RowCheck rowCheck;

    @Activate
    public BulkWriter(@Reference DefaultCatalog catalog, @Reference RecordWriter writer,
            @Reference DefaultEntityStore store, @Reference Database database, @Reference BatchInsert inserts,
            @Reference AuditTrail audit, @Reference Access access, @Reference Events events, @Reference Rules rules,
            @Reference UnitsOfWork units, @Reference RecordReader reader, @Reference RowCheck rowCheck) {
        this.reader = reader;
        this.rowCheck = rowCheck;
        this.catalog = catalog;
        this.writer = writer;
        this.store = store;
        this.database = database;
        this.inserts = inserts;
        this.audit = audit;
        this.access = access;
        this.events = events;
        this.rules = rules;
        this.units = units;
    }

    /** One row on its way in. */
    private static final class Candidate {
        private final int index;
        private final BaseEntity entity;
        private final Errors errors = new Errors();
        private List<ValueWriter.ExtensionValues> extensions = List.of();
        private References references;

        Candidate(int index, BaseEntity entity) {
            this.index = index;
            this.entity = entity;
        }
    }

    /** Per row, in order, the new id or the problem. */
    public List<Object> insert(EntityModel model, List<Map<String, Object>> rows) {
        requireCreatable(model);
        long company = store.companyOf(model);
        Object[] results = new Object[rows.size()];
        database.planEachTime();
        NaturalKeys keys = new NaturalKeys(model, database, company);
        UniqueFields uniqueFields = UniqueFields.has(model) ? new UniqueFields(database, company) : null;
        int inserted = 0;
        long first = 0;
        long last = 0;
        for (int from = 0; from < rows.size(); from += BLOCK) {
            List<Candidate> block = read(model, rows, from, Math.min(from + BLOCK, rows.size()), results);
            block = checked(block, results);
            block = ruled(model, block, results);
            block = unique(model, keys, block, results);
            block = unique(model, uniqueFields, block, results);
            if (!block.isEmpty()) {
                write(model, block, results);
                rowCheck.requireInside(model, block.stream().map(c -> c.entity.getId()).toList(), model.id() + ".create");
                block.forEach(c -> units.searched(model, c.entity, false));
                inserted += block.size();
                first = first == 0 ? (Long) results[block.get(0).index] : first;
                last = (Long) results[block.get(block.size() - 1).index];
            }
        }
        if (inserted > 0) {
            audit.writeBulk(model.id(), company, inserted, first, last);
            publish(model, company, results);
        }
        return new ArrayList<>(java.util.Arrays.asList(results));
    }

    /** One event for all; who needs the records asks {@link org.ashlar.platform.record.BeforeValues#inserted}. */
    private void publish(EntityModel model, long company, Object[] results) {
        List<Long> ids = new ArrayList<>();
        for (Object result : results) {
            if (result instanceof Long id) {
                ids.add(id);
            }
        }
        units.current().bulk(ids);
        try {
            events.publish(new RecordChanged(model.id(), 0, company, "created", Set.of()));
        } finally {
            units.current().bulk(List.of());
        }
    }

    /** Lines come in by themselves only where their module has rules for that, because their owner's rules do not see them. */
    private void requireCreatable(EntityModel model) {
        if (!model.line()) {
            writer.requireCreatable(model);
            return;
        }
        access.require(model.id() + ".create");
        if (!rules.has(model.id())) {
            throw Problem.of(ProblemKind.NOT_ALLOWED, "platform.record.notCreatable", model.id());
        }
    }

    private List<Candidate> read(EntityModel model, List<Map<String, Object>> rows, int from, int to, Object[] results) {
        boolean history = writer.mayImportHistory(model);
        List<Candidate> block = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            Candidate candidate = new Candidate(i, model.create());
            References references = new References(catalog.snapshot());
            ValueWriter values = new ValueWriter(reader.sight(), rowCheck, candidate.errors, references, history);
            values.create(model, candidate.entity, own(model, candidate, rows.get(i), references), "");
            if (candidate.errors.isEmpty()) {
                candidate.extensions = values.extensions();
                candidate.references = references;
                block.add(candidate);
            } else {
                results[i] = candidate.errors.problem();
            }
        }
        return block;
    }

    /** Takes the owner out of a line's values and lets the line point to it; the owner is looked up like a reference. */
    private Map<String, Object> own(EntityModel model, Candidate candidate, Map<String, Object> row,
            References references) {
        if (!model.line()) {
            return row;
        }
        Map<String, Object> rest = new LinkedHashMap<>(row);
        String name = model.info().parent();
        Object given = rest.remove(name);
        Object id = given instanceof Map<?, ?> reference ? reference.get("id") : given;
        if (id == null) {
            candidate.errors.add(name, "platform.value.required");
            return rest;
        }
        try {
            BaseEntity owner = catalog.snapshot().model(model.info().parentModel()).create();
            owner.setId(id instanceof Number number ? number.longValue() : Long.parseLong(id.toString().strip()));
            model.parent().set(candidate.entity, owner);
            references.add(model.info().parentModel(), owner.getId(), name);
        } catch (NumberFormatException e) {
            candidate.errors.add(name, "platform.value.integer", id.toString());
        }
        return rest;
    }

    /** References of the whole block with one statement. */
    private List<Candidate> checked(List<Candidate> block, Object[] results) {
        References all = new References(catalog.snapshot());
        block.forEach(c -> c.references.copyTo(all));
        if (all.isEmpty()) {
            return block;
        }
        Map<String, Set<Long>> missing = all.missing(database, access.caller().companyId());
        all.hidden(rowCheck).forEach((model, ids) -> missing.computeIfAbsent(model, k -> new HashSet<>()).addAll(ids));
        if (missing.isEmpty()) {
            return block;
        }
        List<Candidate> good = new ArrayList<>(block.size());
        for (Candidate candidate : block) {
            candidate.references.report(missing, candidate.errors);
            keep(candidate, good, results);
        }
        return good;
    }

    private static void keep(Candidate candidate, List<Candidate> good, Object[] results) {
        if (candidate.errors.isEmpty()) {
            good.add(candidate);
        } else {
            results[candidate.index] = candidate.errors.problem();
        }
    }

    private List<Candidate> ruled(EntityModel model, List<Candidate> block, Object[] results) {
        List<Candidate> good = new ArrayList<>(block.size());
        for (Candidate candidate : block) {
            try {
                store.prepare(model, candidate.entity);
                good.add(candidate);
            } catch (Problem refused) {
                results[candidate.index] = refused;
            }
        }
        return good;
    }

    private List<Candidate> unique(EntityModel model, NaturalKeys keys, List<Candidate> block, Object[] results) {
        Set<Integer> taken = keys.taken(block.stream().map(c -> c.entity).toList());
        if (taken.isEmpty()) {
            return block;
        }
        List<Candidate> good = new ArrayList<>(block.size());
        for (int i = 0; i < block.size(); i++) {
            Candidate candidate = block.get(i);
            if (taken.contains(i)) {
                results[candidate.index] = RecordWriter.duplicate(model, candidate.entity);
            } else {
                good.add(candidate);
            }
        }
        return good;
    }

    private static List<Candidate> unique(EntityModel model, UniqueFields fields, List<Candidate> block, Object[] results) {
        if (fields == null) {
            return block;
        }
        block.forEach(c -> fields.add(model, c.entity, c.extensions, c.errors));
        fields.check();
        List<Candidate> good = new ArrayList<>(block.size());
        block.forEach(c -> keep(c, good, results));
        return good;
    }

    private void write(EntityModel model, List<Candidate> block, Object[] results) {
        inserts.insert(model, block.stream().map(c -> c.entity).toList());
        Map<ExtensionPart, Map<Long, Map<String, Object>>> byPart = new LinkedHashMap<>();
        Set<ExtensionPart> parts = new HashSet<>();
        for (Candidate candidate : block) {
            long id = candidate.entity.getId();
            results[candidate.index] = id;
            candidate.extensions.forEach(e -> {
                parts.add(e.part());
                byPart.computeIfAbsent(e.part(), k -> new HashMap<>()).put(e.entity().getId(), e.values());
            });
        }
        long company = store.companyOf(model);
        parts.forEach(part -> inserts.insert(part, byPart.get(part), company));
    }
}
