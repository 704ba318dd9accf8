package org.ashlar.platform.records.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Views of models for {@code /meta/<model>}: derived, then as the modules' view files say, titles in one language. Thread-safe. */
@Component(service = ModelViews.class)
public final class ModelViews {
    private final ViewFiles files;
    private final DefaultCatalog catalog;
    private final Messages messages;

    /** By injection. */
    @Activate
    public ModelViews(@Reference ViewFiles files, @Reference DefaultCatalog catalog, @Reference Messages messages) {
        this.files = files;
        this.catalog = catalog;
        this.messages = messages;
    }

    /**
     * Adds to a model's description: tones of options, widgets of fields, forms of actions, views.
     *
     * @param meta what the engine says of the model, already without what the caller may not see
     */
    public void enrich(ModelInfo model, Locale locale, ObjectNode meta) {
        ObjectNode file = files.of(model.id()).deepCopy();
        for (JsonNode field : meta.path("fields")) {
            describe(model, (ObjectNode) field, file);
        }
        for (JsonNode action : meta.path("actions")) {
            model.actions().stream().filter(a -> a.name().equals(action.path("name").asText()) && a.body() != null)
                    .forEach(a -> ((ObjectNode) action).set("form", ActionForms.of(a.body(), n -> label(model, a, n, locale))));
        }
        file.remove(List.of("fields", "tones"));
        ObjectNode views = ViewFiles.merge(new DerivedViews(model, catalog::find).all(), file);
        String key = "view." + model.id() + ".";
        for (String part : List.of("tabs", "groups")) {
            views.path("form").path(part).forEach(n -> titled((ObjectNode) n, key, locale));
        }
        views.path("list").path("filters").forEach(n -> titled((ObjectNode) n, key, locale));
        views.path("tree").path("sums").forEach(n -> titled((ObjectNode) n, key, locale));
        meta.set("views", views);
    }

    private void describe(ModelInfo model, ObjectNode field, ObjectNode file) {
        String name = field.path("name").asText();
        JsonNode said = file.path("fields").path(name);
        if (said.isMissingNode()) {
            said = files.field(name);
        }
        if (said instanceof ObjectNode more) {
            ViewFiles.merge(field, more);
        }
        for (JsonNode option : field.path("options")) {
            String value = option.path("value").asText();
            String tone = file.path("tones").path(name).path(value).asText(Tones.of(value));
            if (tone != null || field.path("state").asBoolean()) {
                ((ObjectNode) option).put("tone", tone == null ? "grey" : tone);
            }
        }
    }

    private String label(ModelInfo model, ActionInfo action, String name, Locale locale) {
        for (String key : List.of("field." + model.id() + "." + action.name() + "." + name,
                "field." + model.id() + "." + name, "field." + model.id() + "Line." + name, "field." + name)) {
            if (messages.has(locale, key)) {
                return messages.text(locale, key, List.of());
            }
        }
        return name;
    }

    private void titled(ObjectNode node, String prefix, Locale locale) {
        String key = prefix + node.path("id").asText();
        if (messages.has(locale, key)) {
            node.put("title", messages.text(locale, key, List.of()));
        }
    }
}
