package org.ashlar.platform.studio.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ashlar.platform.meta.MetaContributor;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.studio.internal.catalog.CustomCatalog;
import org.ashlar.platform.studio.internal.catalog.Definition;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.catalog.Definition.Option;
import org.ashlar.platform.studio.internal.model.ViewKind;
import org.ashlar.platform.studio.internal.schema.Names;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a user interface must know of custom fields, models and views: {@code custom}, {@code kind}, {@code help},
 * {@code default}, {@code tab}, {@code group}, {@code position} and tones of options at fields, {@code icon} at models,
 * {@code views} by kind.
 */
@Component(property = "service.ranking:Integer=1000")
public final class StudioMeta implements MetaContributor {

    private final CustomCatalog custom;
    private final Views views;

    /** Used by DS. */
    @Activate
    public StudioMeta(@Reference CustomCatalog custom, @Reference Views views) {
        this.custom = custom;
        this.views = views;
    }

    @Override
    public void contribute(ModelInfo model, Locale locale, ObjectNode meta) {
        Definition.Model own = Names.customCode(model.id()) == null ? null : custom.model(Names.customCode(model.id()));
        if (own != null) {
            meta.put("custom", true);
            if (own.icon() != null) {
                meta.put("icon", own.icon());
            }
        }
        Set<String> visible = new HashSet<>();
        for (JsonNode node : meta.path("fields")) {
            String name = node.path("name").asText();
            visible.add(name);
            Field field = custom.field(model.id(), name);
            if (field != null && node instanceof ObjectNode described) {
                describe(field, described, locale);
            } else if (own != null && name.equals("state")) {
                tones(node.path("options"), own.states());
            }
        }
        ObjectNode shown = meta.withObject("/views");
        Map<String, ObjectNode> said = views.of(model.id(), locale, visible);
        place(model, shown, said, visible);
        // As view files do: what a view says replaces, what it does not mention stays.
        said.forEach((kind, view) -> shown.withObject("/" + kind).setAll(view));
        conceal(shown, visible);
    }

    /** No view names a field that the caller does not see. */
    private static void conceal(ObjectNode shown, Set<String> visible) {
        Predicate<String> there = path -> visible.contains(path.split("[.:]")[0]);
        for (ViewKind kind : ViewKind.values()) {
            if (shown.path(kind.name().toLowerCase(Locale.ROOT)) instanceof ObjectNode view) {
                ViewShape.prune(kind, view, there);
                if (view.path("phone") instanceof ObjectNode phone) {
                    ViewShape.card(phone, there);
                }
            }
        }
    }

    private void place(ModelInfo model, ObjectNode shown, Map<String, ObjectNode> said, Set<String> visible) {
        List<Field> fields = custom.everything().fields().stream()
                .filter(f -> f.active() && f.model().equals(model.id()) && visible.contains(f.name())).toList();
        if (!fields.isEmpty() && !said.containsKey("list") && shown.path("list") instanceof ObjectNode list) {
            Placement.list(list, fields);
        }
        if (!fields.isEmpty() && !said.containsKey("form") && shown.path("form") instanceof ObjectNode form) {
            Placement.form(form, fields);
        }
    }

    private static void describe(Field field, ObjectNode node, Locale locale) {
        node.put("custom", true).put("kind", field.kind().name()).put("position", field.position());
        text(node, "help", field.help().in(locale));
        text(node, "default", field.defaultValue());
        text(node, "tab", field.tab());
        text(node, "group", field.group());
        if (field.unique()) {
            node.put("unique", true);
        }
        tones(node.path("options"), field.options());
    }

    private static void text(ObjectNode node, String name, String text) {
        if (text != null && !text.isBlank()) {
            node.put(name, text);
        }
    }

    private static void tones(JsonNode options, List<Option> defined) {
        if (options instanceof ArrayNode list) {
            for (JsonNode node : list) {
                defined.stream().filter(o -> o.code().equals(node.path("value").asText())).findFirst()
                        .ifPresent(o -> ((ObjectNode) node).put("tone", o.tone().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
