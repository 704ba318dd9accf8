package org.ashlar.platform.records.internal.store;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Masks;
import org.ashlar.platform.records.internal.store.Change.FieldChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What happens whenever JPA writes a row: ids, stamps and the trail of changes. Thread-safe. */
@Component(service = LifecycleHooks.class, immediate = true)
public final class LifecycleHooks implements EntityLifecycle.Hooks {

    private final DefaultCatalog catalog;
    private final UnitsOfWork units;
    private final IdSource ids;
    private final Clock clock;
    private final Access access;

    @Activate
    public LifecycleHooks(@Reference DefaultCatalog catalog, @Reference UnitsOfWork units, @Reference IdSource ids,
            @Reference Clock clock, @Reference Access access) {
        this.catalog = catalog;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
        EntityLifecycle.connect(this);
    }

    @Deactivate
    void stop() {
        EntityLifecycle.connect(null);
    }

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public long userId() {
        return access.bound() ? access.caller().userId() : 0;
    }

    @Override
    public long companyId() {
        return access.bound() ? access.caller().companyId() : 0;
    }

    @Override
    public Object[] snapshot(BaseEntity entity) {
        EntityModel model = catalog.snapshot().of(entity);
        return model == null ? null : model.snapshot(entity);
    }

    @Override
    public void inserted(BaseEntity entity) {
        collect(entity, Change.CREATED, null, null);
    }

    @Override
    public void updated(BaseEntity entity, Object[] before) {
        EntityModel model = catalog.snapshot().of(entity);
        if (model != null) {
            collect(entity, Change.UPDATED, before, model.snapshot(entity));
        }
    }

    @Override
    public void deleted(BaseEntity entity, Object[] before) {
        collect(entity, Change.DELETED, before, null);
    }

    private void collect(BaseEntity entity, String kind, Object[] before, Object[] after) {
        EntityModel model = catalog.snapshot().of(entity);
        if (model == null) {
            return;
        }
        String rootModel = model.id();
        long rootId = entity.getId();
        if (model.line() && model.parent().get(entity) instanceof BaseEntity owner && owner.getId() != null) {
            rootModel = model.info().parentModel();
            rootId = owner.getId();
        }
        units.current().add(new Change(model.id(), entity.getId(),
                entity.getCompanyId() == null ? 0 : entity.getCompanyId(), kind, rootModel, rootId,
                differences(model, before, after)));
        units.searched(model, entity, kind.equals(Change.DELETED));
    }

    /** Fields that differ; decimals by value, not by scale. */
    private static List<FieldChange> differences(EntityModel model, Object[] before, Object[] after) {
        if (before == null || before.length != model.audited().size()) {
            return List.of();
        }
        List<FieldChange> fields = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            FieldInfo field = model.audited().get(i);
            Object now = after == null ? null : after[i];
            if (!same(before[i], now)) {
                fields.add(field.sealed() ? new FieldChange(field.name(), Masks.of(before[i]), Masks.of(now))
                        : new FieldChange(field.name(), before[i], now));
            }
        }
        return fields;
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return Objects.equals(a, b);
    }
}
