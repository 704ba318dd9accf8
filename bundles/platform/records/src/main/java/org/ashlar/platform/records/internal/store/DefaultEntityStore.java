package org.ashlar.platform.records.internal.store;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.DefinedRow;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entities of the running transaction with rules and company scope. */
@Component(service = {EntityStore.class, DefaultEntityStore.class})
public final class DefaultEntityStore implements EntityStore {

    private static final Field LOADED = loadedField();

    private final DefaultCatalog catalog;
    private final UnitsOfWork units;
    private final Rules rules;
    private final Access access;
    private final DefinedRows definedRows;
    private final DefinedRules definedRules;
    private final RichTexts richTexts;

    @Activate
    public DefaultEntityStore(@Reference DefaultCatalog catalog, @Reference UnitsOfWork units, @Reference Rules rules,
            @Reference Access access, @Reference DefinedRows definedRows, @Reference DefinedRules definedRules,
            @Reference RichTexts richTexts) {
        this.richTexts = richTexts;
        this.definedRows = definedRows;
        this.definedRules = definedRules;
        this.catalog = catalog;
        this.units = units;
        this.rules = rules;
        this.access = access;
    }

    /** The audit's picture of the entity at load time is kept by the contract's base class, out of reach of modules. */
    private static Field loadedField() {
        try {
            Field field = BaseEntity.class.getDeclaredField("loaded");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <E extends BaseEntity> E get(Class<E> type, long id) {
        return mine(type, id, units.manager(type).find(type, id));
    }

    @Override
    public <E extends BaseEntity> E lock(Class<E> type, long id) {
        EntityManager manager = units.manager(type);
        // Nobody else sees a row of this transaction yet, and before the flush there is none that could be locked.
        return mine(type, id, units.current().inserted(id) ? manager.find(type, id)
                : manager.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The record of the caller's company in the running transaction, see {@link #get(Class, long)}. */
    public BaseEntity get(EntityModel model, long id) {
        return model.defined() == null ? get(model.info().entity().asSubclass(BaseEntity.class), id)
                : mine(model, id, definedRows.find(model, id, false));
    }

    /** The record, held until the transaction ends, see {@link #lock(Class, long)}. */
    public BaseEntity lock(EntityModel model, long id) {
        return model.defined() == null ? lock(model.info().entity().asSubclass(BaseEntity.class), id)
                : mine(model, id, definedRows.find(model, id, !units.current().inserted(id)));
    }

    @Override
    public <E extends BaseEntity> List<E> getAll(Class<E> type, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        EntityManager manager = units.manager(type);
        String name = manager.getMetamodel().entity(type).getName();
        EntityModel model = model(type);
        Map<Long, E> found = new HashMap<>();
        manager.createQuery("select e from " + name + " e where e.id in (:ids)", type)
                .setParameter("ids", List.copyOf(new LinkedHashSet<>(ids)))
                .getResultList().forEach(e -> {
                    if (visible(model, e)) {
                        found.put(e.getId(), e);
                    }
                });
        List<E> ordered = new ArrayList<>();
        for (Long id : ids) {
            E entity = found.get(id);
            if (entity != null) {
                ordered.add(entity);
            }
        }
        return ordered;
    }

    @Override
    public <E extends BaseEntity> E insert(E entity) {
        EntityModel model = model(entity);
        prepare(model, entity);
        if (entity instanceof DefinedRow row) {
            definedRows.insert(row);
        } else {
            units.manager(model.unit(), model.id()).persist(entity);
        }
        units.current().insert(entity.getId());
        return entity;
    }

    /** Company, back pointers and rules of a new record, before it gets an id. */
    public void prepare(EntityModel model, BaseEntity entity) {
        own(model, entity);
        richTexts.clean(model, entity);
        if (model.defined() != null) {
            definedRules.beforeInsert(model, entity);
        }
        rules.beforeInsert(model.id(), entity);
        // Rules may have added lines.
        own(model, entity);
    }

    @Override
    public <E extends BaseEntity> E update(E entity) {
        EntityModel model = model(entity);
        update(model, entity, changed(model, entity));
        return entity;
    }

    /** Rules of a changed record; {@code changed} are the fields that the caller gave. */
    public void update(EntityModel model, BaseEntity entity, Set<String> changed) {
        own(model, entity);
        richTexts.clean(model, entity);
        if (model.defined() != null) {
            definedRules.beforeUpdate(model, entity, changed);
        }
        rules.beforeUpdate(model.id(), entity, changed);
        own(model, entity);
    }

    @Override
    public void delete(BaseEntity entity) {
        EntityModel model = model(entity);
        rules.beforeDelete(model.id(), entity);
        definedRows.requireUnreferred(model, entity.getId());
        if (entity instanceof DefinedRow row) {
            definedRules.beforeDelete(model, row);
            definedRows.remove(row);
        } else {
            units.manager(model.unit(), model.id()).remove(entity);
        }
    }

    @Override
    public void flush() {
        units.flush();
    }

    /** The company that new records of the model belong to. */
    public long companyOf(EntityModel model) {
        if (!model.info().companyScoped()) {
            return 0;
        }
        long company = access.caller().companyId();
        if (company == 0) {
            throw Problem.of(ProblemKind.DENIED, "platform.company.none");
        }
        return company;
    }

    /** Lines belong to their owner's company and point back to it. */
    private void own(EntityModel model, BaseEntity entity) {
        if (entity.getCompanyId() == null) {
            entity.setCompanyId(companyOf(model));
        }
        if (model.lines().isEmpty()) {
            return;
        }
        for (LinesAttribute lines : model.lines().values()) {
            EntityModel line = catalog.snapshot().model(lines.lineModel());
            if (line != null && loaded(model, entity, lines)
                    && lines.attribute().get(entity) instanceof List<?> rows) {
                for (Object row : rows) {
                    BaseEntity item = (BaseEntity) row;
                    if (item.getVersion() == null) {
                        item.setCompanyId(entity.getCompanyId());
                        if (line.parent() != null && line.parent().get(item) == null) {
                            line.parent().set(item, entity);
                        }
                    }
                }
            }
        }
    }

    /** An uninitialized lazy collection has no new lines; asking it would load it. */
    private boolean loaded(EntityModel model, BaseEntity entity, LinesAttribute lines) {
        return entity.getVersion() == null || catalog.loaded(model, entity, lines.name());
    }

    private Set<String> changed(EntityModel model, BaseEntity entity) {
        Set<String> changed = new LinkedHashSet<>();
        try {
            Object[] before = entity instanceof DefinedRow row ? row.before() : (Object[]) LOADED.get(entity);
            Object[] now = model.snapshot(entity);
            List<FieldInfo> fields = model.audited();
            for (int i = 0; i < now.length; i++) {
                if (before == null || before.length != now.length || !java.util.Objects.equals(before[i], now[i])) {
                    changed.add(fields.get(i).name());
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return changed;
    }

    private EntityModel model(Class<?> type) {
        EntityModel model = catalog.snapshot().model(type);
        if (model == null) {
            throw new IllegalStateException(type + " is not an entity of an active module");
        }
        return model;
    }

    private EntityModel model(BaseEntity entity) {
        EntityModel model = catalog.snapshot().of(entity);
        if (model == null) {
            throw new IllegalStateException(entity.getClass() + " is not of an active model");
        }
        return model;
    }

    private <E extends BaseEntity> E mine(Class<E> type, long id, E entity) {
        return mine(model(type), id, entity);
    }

    private <E extends BaseEntity> E mine(EntityModel model, long id, E entity) {
        if (entity == null || !visible(model, entity)) {
            throw Problem.notFound(model.id(), id);
        }
        return entity;
    }

    private boolean visible(EntityModel model, BaseEntity entity) {
        return !model.info().companyScoped() || entity.getCompanyId() == access.caller().companyId();
    }
}
