package org.ashlar.platform.studio.internal.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.RuntimeModels;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.studio.internal.catalog.Definition.Everything;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.catalog.Definition.Model;
import org.ashlar.platform.studio.internal.schema.Names;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the records engine what is defined: at the start and right after each commit that changes a definition, on whatever
 * node; what was missed is found within {@value #WATCH_SECONDS} seconds. A definition that does not hold is left out and named;
 * it never keeps the rest or the start from working. Thread-safe.
 */
@Component(service = {CustomCatalog.class, DomainEventHandler.class}, immediate = true)
@Handles(RecordChanged.class)
public final class CustomCatalog implements NodeCache {

    private static final Logger LOG = LoggerFactory.getLogger(CustomCatalog.class);
    private static final int WATCH_SECONDS = 3;
    private static final Set<String> MODELS = Set.of("platform.customField", "platform.customModel", "platform.view");

    private final Transactions transactions;
    private final RuntimeModels engine;
    private final Catalog catalog;
    private final DefinitionTables tables;
    private final ScheduledExecutorService watch;
    private volatile Everything everything = new Everything(List.of(), List.of(), List.of());
    private volatile Map<String, Field> fieldsByKey = Map.of();
    private volatile Map<String, String> broken = Map.of();
    private String stamp = "";

    @Activate
    public CustomCatalog(@Reference Transactions transactions, @Reference RuntimeModels engine, @Reference Catalog catalog,
            @Reference(target = "(ashlar.datasource=read)") DataSource source,
            @Reference(target = "(ashlar.module=studio)") ModuleReady ready) {
        this.transactions = transactions;
        this.engine = engine;
        this.catalog = catalog;
        this.tables = new DefinitionTables(source);
        watch = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "ashlar-studio-" + ready.moduleId());
            thread.setDaemon(true);
            return thread;
        });
        look();
        // Alone, it only has to come back after a failed reading.
        int pause = tables.embedded() ? WATCH_SECONDS * 20 : WATCH_SECONDS;
        watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
        engine.define(List.of(), List.of());
    }

    @Override
    public void on(RecordChanged event) {
        if (MODELS.contains(event.model())) {
            transactions.afterCommit(this::refresh);
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (MODELS.contains(event.model())) {
            look();
        }
    }

    @Override
    public void missed() {
        look();
    }

    /** Another node may have defined something. */
    private void look() {
        try {
            String now = tables.stamp();
            synchronized (this) {
                if (now.equals(stamp)) {
                    return;
                }
            }
            refresh();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Definitions cannot be read, those known before stay: {}", e.getMessage());
        }
    }

    /** Reads everything and tells the engine. */
    public synchronized void refresh() {
        try {
            // Before the reading: what comes in between is then seen the next time.
            String now = tables.stamp();
            everything = tables.read();
            stamp = now;
        } catch (SQLException e) {
            LOG.warn("Definitions cannot be read, those known before stay: {}", e.getMessage());
            return;
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Map<String, Field> keys = new LinkedHashMap<>();
        everything.fields().forEach(f -> keys.put(f.model() + "#" + f.name(), f));
        fieldsByKey = keys;
        List<Field> active = everything.fields().stream().filter(Field::active).toList();
        engine.define(models(active, problems), InfoBuilder.fields(active));
        broken = problems;
    }

    private List<DefinedModel> models(List<Field> active, Map<String, String> problems) {
        List<DefinedModel> defined = new ArrayList<>();
        List<Model> there = everything.models().stream().filter(Model::active).toList();
        Set<String> codes = new HashSet<>();
        there.forEach(m -> codes.add(m.code()));
        for (Model model : there) {
            String id = Names.model(model.code());
            if (model.parent() != null && !codes.contains(model.parent())) {
                problems.put(id, "parent " + model.parent());
                continue;
            }
            try {
                defined.add(InfoBuilder.model(model, active.stream().filter(f -> f.model().equals(id)).toList(),
                        there.stream().filter(m -> model.code().equals(m.parent())).toList()));
            } catch (RuntimeException e) {
                LOG.warn("Custom model {} is left out", id, e);
                problems.put(id, String.valueOf(e.getMessage()));
            }
        }
        return defined;
    }

    /** What is defined, active or not. */
    public Everything everything() {
        return everything;
    }

    /** A custom field by model and JSON name or {@code null}. */
    public Field field(String model, String name) {
        return fieldsByKey.get(model + "#" + name);
    }

    /** A custom model by code or {@code null}. */
    public Model model(String code) {
        return everything.models().stream().filter(m -> m.code().equals(code)).findFirst().orElse(null);
    }

    /** Models that could not be taken over, with the reason. */
    public Map<String, String> broken() {
        return broken;
    }

    /** Whether a model or custom model of this id is there now. */
    public boolean there(String model) {
        return catalog.find(model).isPresent();
    }
}
