package org.ashlar.platform.records.internal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;

/** All models at one moment. Immutable. */
public final class Snapshot {

    private final long generation;
    private final Map<String, EntityModel> byId = new TreeMap<>();
    private final Map<String, EntityModel> byPath = new HashMap<>();
    private final Map<Class<?>, EntityModel> byClass = new HashMap<>();
    private final List<ModelInfo> infos;

    Snapshot(long generation, Collection<List<EntityModel>> models, Collection<List<ExtensionPart>> extensions) {
        this.generation = generation;
        Map<String, List<ExtensionPart>> parts = new TreeMap<>();
        extensions.forEach(l -> l.forEach(p -> parts.computeIfAbsent(p.base(), k -> new ArrayList<>()).add(p)));
        for (List<EntityModel> unit : models) {
            for (EntityModel model : unit) {
                EntityModel merged = merge(model, parts.get(model.id()));
                byId.put(merged.id(), merged);
                if (merged.defined() == null) {
                    byClass.put(merged.info().entity(), merged);
                }
                if (!merged.info().collection().isEmpty()) {
                    byPath.put(merged.info().module() + "/" + merged.info().collection(), merged);
                }
            }
        }
        infos = byId.values().stream().map(EntityModel::info).toList();
    }

    private static EntityModel merge(EntityModel model, List<ExtensionPart> parts) {
        if (parts == null) {
            return model;
        }
        ModelInfo info = model.info();
        List<FieldInfo> fields = new ArrayList<>(info.fields());
        List<String> search = new ArrayList<>(info.search());
        int at = 0;
        while (at < fields.size() && !fields.get(at).name().equals("version")) {
            at++;
        }
        for (ExtensionPart part : parts) {
            fields.addAll(at, part.fields().values());
            at += part.fields().size();
            if (part.defined() != null) {
                search.addAll(part.defined().search());
            }
        }
        return model.with(new ModelInfo(info.id(), info.module(), info.collection(), info.table(), info.entity(),
                info.companyScoped(), info.label(), List.copyOf(search), info.sort(), info.naturalKey(), info.creatable(),
                info.updatable(), info.deletable(), info.parent(), info.parentColumn(), info.parentModel(),
                List.copyOf(fields), info.actions(), info.portable(), info.portal()), parts);
    }

    /** See {@link org.ashlar.platform.meta.Catalog#generation()}. */
    public long generation() {
        return generation;
    }

    /** A model by id or {@code null}. */
    public EntityModel model(String id) {
        return byId.get(id);
    }

    /** A model by REST path or {@code null}. */
    public EntityModel model(String module, String collection) {
        return byPath.get(module + "/" + collection);
    }

    /** A model by entity class or {@code null}; subclasses made by the JPA provider are recognised. */
    public EntityModel model(Class<?> entity) {
        EntityModel found = byClass.get(entity);
        for (Class<?> c = entity.getSuperclass(); found == null && c != null; c = c.getSuperclass()) {
            found = byClass.get(c);
        }
        return found;
    }

    /** The model of a record or {@code null}. */
    public EntityModel of(Object entity) {
        return entity instanceof DefinedRow row ? byId.get(row.model()) : model(entity.getClass());
    }

    /** Whether a model belongs to this module. */
    public boolean hasModule(String module) {
        return infos.stream().anyMatch(i -> i.module().equals(module));
    }

    /** All models by id. */
    public List<ModelInfo> infos() {
        return infos;
    }

    /** All models by id. */
    public Collection<EntityModel> models() {
        return byId.values();
    }
}
