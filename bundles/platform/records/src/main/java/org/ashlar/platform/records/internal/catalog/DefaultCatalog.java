package org.ashlar.platform.records.internal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.persistence.metamodel.EntityType;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.DefinedFields;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.meta.RuntimeModels;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the persistence units as modules come and go; readers see one consistent snapshot without locks. */
@Component(service = {Catalog.class, RuntimeModels.class, DefaultCatalog.class})
public final class DefaultCatalog implements Catalog, RuntimeModels {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultCatalog.class);

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private List<EntityModel> definedModels = List.of();
    private List<ExtensionPart> definedParts = List.of();
    private volatile Snapshot snapshot = new Snapshot(0, List.of(), List.of());
    private volatile Map<String, EntityManagerFactory> factories = Map.of();

    private record Unit(EntityManagerFactory factory, List<EntityModel> models, List<ExtensionPart> extensions) {
    }

    @Reference(service = EntityManagerFactory.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC, target = "(osgi.unit.name=*)")
    void bindUnit(EntityManagerFactory factory, Map<String, Object> properties) {
        String name = String.valueOf(properties.get("osgi.unit.name"));
        try {
            add(name, factory);
        } catch (RuntimeException e) {
            LOG.error("The models of module {} cannot be read; it stays without REST and records", name, e);
        }
    }

    void unbindUnit(EntityManagerFactory factory, Map<String, Object> properties) {
        remove(String.valueOf(properties.get("osgi.unit.name")), factory);
    }

    /** Adds the models of a unit. */
    public synchronized void add(String name, EntityManagerFactory factory) {
        List<Class<?>> classes = factory.getMetamodel().getEntities().stream().map(EntityType::getJavaType)
                .sorted((a, b) -> a.getName().compareTo(b.getName())).<Class<?>>map(c -> c).toList();
        ModelReader reader = new ModelReader(name, classes);
        units.put(name, new Unit(factory, reader.models(), reader.extensions()));
        rebuild();
    }

    /** Removes the models of a unit unless another factory has taken its place. */
    public synchronized void remove(String name, EntityManagerFactory factory) {
        Unit unit = units.get(name);
        if (unit != null && unit.factory() == factory) {
            units.remove(name);
            rebuild();
        }
    }

    private void rebuild() {
        Map<String, EntityManagerFactory> next = new LinkedHashMap<>();
        units.forEach((name, unit) -> next.put(name, unit.factory()));
        factories = next;
        Stream<List<EntityModel>> models = units.values().stream().map(Unit::models);
        Stream<List<ExtensionPart>> parts = units.values().stream().map(Unit::extensions);
        snapshot = new Snapshot(snapshot.generation() + 1, Stream.concat(models, Stream.of(definedModels)).toList(),
                Stream.concat(parts, Stream.of(definedParts)).toList());
    }

    @Override
    public synchronized void define(List<DefinedModel> models, List<DefinedFields> fields) {
        definedModels = models.stream().map(DefinedReader::model).toList();
        definedParts = fields.stream().map(DefinedReader::part).toList();
        rebuild();
    }

    /** Whether the lines of a record are in memory; asking for others would read them. */
    public boolean loaded(EntityModel model, Object entity, String lines) {
        return entity instanceof DefinedRow row ? row.loaded(lines)
                : factories.get(model.unit()).getPersistenceUnitUtil().isLoaded(entity, lines);
    }

    /** The present models. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The factory of a unit or {@code null}. */
    public EntityManagerFactory factory(String unit) {
        return factories.get(unit);
    }

    @Override
    public List<ModelInfo> list() {
        return snapshot.infos();
    }

    @Override
    public Optional<ModelInfo> find(String id) {
        return Optional.ofNullable(snapshot.model(id)).map(EntityModel::info);
    }

    @Override
    public Optional<ModelInfo> find(String module, String collection) {
        return Optional.ofNullable(snapshot.model(module, collection)).map(EntityModel::info);
    }

    @Override
    public long generation() {
        return snapshot.generation();
    }
}
