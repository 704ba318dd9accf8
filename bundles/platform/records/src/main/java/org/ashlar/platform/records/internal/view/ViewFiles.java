package org.ashlar.platform.records.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What modules say about the look of models: {@code ASHLAR-INF/views/<model>.json}, the owner's file first, then those of
 * other modules; {@code _fields.json} for fields of a name in all models. Thread-safe.
 */
@Component(service = ViewFiles.class)
public final class ViewFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ViewFiles.class);
    private static final String FOLDER = "ASHLAR-INF/views";
    private static final String ENDING = ".json";
    /** Name of the file for fields of a name, whatever their model. */
    private static final String FIELDS = "_fields";

    private final BundleContext context;
    private final Modules modules;
    private final ObjectMapper json = new ObjectMapper();
    private volatile Read read = new Read("", Map.of());

    /** By injection. */
    @Activate
    public ViewFiles(BundleContext context, @Reference Modules modules) {
        this.context = context;
        this.modules = modules;
    }

    /** What the files say of a model; empty if nothing. Callers must not change it. */
    public ObjectNode of(String model) {
        return files().getOrDefault(model, JsonNodeFactory.instance.objectNode());
    }

    /** What the files say of a field's name in any model. */
    public JsonNode field(String name) {
        return of(FIELDS).path(name);
    }

    /** Overlays {@code above} on {@code base}: objects by key, all else replaces. */
    static ObjectNode merge(ObjectNode base, ObjectNode above) {
        above.fields().forEachRemaining(entry -> {
            JsonNode old = base.get(entry.getKey());
            if (old instanceof ObjectNode under && entry.getValue() instanceof ObjectNode over) {
                merge(under, over);
            } else {
                base.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
        return base;
    }

    private Map<String, ObjectNode> files() {
        List<ModuleInfo> active = modules.list().stream()
                .filter(m -> m.state() == ModuleState.ACTIVE && m.bundleId() >= 0).toList();
        StringBuilder state = new StringBuilder();
        for (ModuleInfo module : active) {
            Bundle bundle = context.getBundle(module.bundleId());
            state.append(module.bundleId()).append(':').append(bundle == null ? 0 : bundle.getLastModified()).append(' ');
        }
        Read now = read;
        if (!now.state.contentEquals(state)) {
            now = new Read(state.toString(), all(active));
            read = now;
        }
        return now.files;
    }

    private Map<String, ObjectNode> all(List<ModuleInfo> active) {
        Map<String, ObjectNode> files = new HashMap<>();
        for (ModuleInfo module : active) {
            Bundle bundle = context.getBundle(module.bundleId());
            var found = bundle == null ? null : bundle.findEntries(FOLDER, "*" + ENDING, false);
            for (URL file : found == null ? List.<URL>of() : Collections.list(found)) {
                String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
                add(files, name.substring(0, name.length() - ENDING.length()), module.id(), file);
            }
        }
        return files;
    }

    private void add(Map<String, ObjectNode> files, String model, String module, URL file) {
        try {
            if (json.readTree(file) instanceof ObjectNode view) {
                boolean owner = model.startsWith(module + ".");
                // Modules come in order of their needs, so the owner is there before whoever adds to it.
                files.merge(model, view, (old, more) -> owner ? merge(more, old) : merge(old, more));
            }
        } catch (IOException e) {
            LOG.warn("View file {} cannot be read: {}", file, e.getMessage());
        }
    }

    private record Read(String state, Map<String, ObjectNode> files) {
    }
}
