package org.ashlar.platform.records.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.persistence.EntityManager;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.ExtensionEntity;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.ashlar.platform.records.internal.store.Change.FieldChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of extension tables, written by their own module's unit in the same transaction. Thread-safe. */
@Component(service = ExtensionRows.class)
public final class ExtensionRows {

    private final UnitsOfWork units;
    private final DefinedFieldRows defined;

    @Activate
    public ExtensionRows(@Reference UnitsOfWork units, @Reference DefinedFieldRows defined) {
        this.units = units;
        this.defined = defined;
    }

    /** Writes the given values beside a record whose row is in the database already. */
    public void write(EntityModel model, BaseEntity base, ExtensionPart part, Map<String, Object> values) {
        if (part.defined() != null) {
            changed(model, base, writeDefined(base, part, values));
            return;
        }
        EntityManager manager = units.manager(part.unit(), model.id());
        ExtensionEntity row = (ExtensionEntity) manager.find(part.entity(), base.getId());
        boolean fresh = row == null;
        if (fresh) {
            row = create(part);
            row.setId(base.getId());
        }
        List<FieldChange> changes = new ArrayList<>();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Object before = part.attributes().get(entry.getKey()).get(row);
            if (!Objects.equals(before, entry.getValue())) {
                part.attributes().get(entry.getKey()).set(row, entry.getValue());
                changes.add(new FieldChange(entry.getKey(), before, entry.getValue()));
            }
        }
        if (fresh) {
            manager.persist(row);
        }
        changed(model, base, changes);
    }

    private List<FieldChange> writeDefined(BaseEntity base, ExtensionPart part, Map<String, Object> values) {
        boolean created = units.current().inserted(base.getId());
        Map<String, Object> before = created ? null : defined.read(part, base.getId(), values.keySet());
        List<FieldChange> changes = new ArrayList<>();
        values.forEach((name, value) -> {
            Object old = before == null ? null : before.get(name);
            if (!same(old, value)) {
                changes.add(new FieldChange(name, old, value));
            }
        });
        if (before == null && !changes.isEmpty()) {
            defined.insert(part, base, values);
        } else if (!changes.isEmpty()) {
            defined.update(part, base.getId(), values);
        }
        return changes;
    }

    private static boolean same(Object a, Object b) {
        return a instanceof java.math.BigDecimal x && b instanceof java.math.BigDecimal y ? x.compareTo(y) == 0
                : Objects.equals(a, b);
    }

    private void changed(EntityModel model, BaseEntity base, List<FieldChange> changes) {
        if (!changes.isEmpty()) {
            units.current().add(new Change(model.id(), base.getId(), base.getCompanyId(), Change.UPDATED, model.id(),
                    base.getId(), changes));
        }
    }

    /** Deletes the extension rows of a record. */
    public void delete(EntityModel model, long id) {
        for (ExtensionPart part : model.extensions()) {
            if (part.defined() != null) {
                defined.delete(part, id);
                continue;
            }
            EntityManager manager = units.manager(part.unit(), model.id());
            Object row = manager.find(part.entity(), id);
            if (row != null) {
                manager.remove(row);
                manager.flush();
            }
        }
    }

    private static ExtensionEntity create(ExtensionPart part) {
        try {
            var constructor = part.entity().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ExtensionEntity) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + part.entity(), e);
        }
    }
}
