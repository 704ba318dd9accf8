package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.MetaContributor;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.meta.TextFormat;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.read.Visibility;
import org.ashlar.platform.records.internal.view.ModelViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes models to user interfaces, in the caller's language and within the caller's rights. Thread-safe. */
@Component(service = MetaHandler.class)
public final class MetaHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MetaHandler.class);
    /** Inputs of texts that are more than text. */
    private static final Map<TextFormat, String> WIDGETS = Map.of(TextFormat.HTML, "richtext", TextFormat.IMAGE, "image",
            TextFormat.WORDS, "tags");

    /** Replaced as a whole by DS. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MetaContributor> contributors = List.of();
    private final DefaultCatalog catalog;
    private final Messages messages;
    private final Access access;
    private final RecordReader reader;
    private final ModelViews views;

    @Activate
    public MetaHandler(@Reference DefaultCatalog catalog, @Reference Messages messages, @Reference Access access,
            @Reference ModelViews views, @Reference RecordReader reader) {
        this.reader = reader;
        this.views = views;
        this.catalog = catalog;
        this.messages = messages;
        this.access = access;
    }

    void list(Exchange exchange) throws IOException {
        boolean partner = reader.sight().rights().portal();
        List<ModelInfo> models = catalog.list().stream().filter(m -> !m.collection().isEmpty()
                && access.may(m.id() + ".read") && (!partner || !m.portal().isEmpty())).toList();
        send(exchange, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("models");
            for (ModelInfo model : models) {
                out.writeStartObject();
                out.writeStringField("id", model.id());
                out.writeStringField("module", model.module());
                out.writeStringField("path", "/api/v1/" + model.module() + "/" + model.collection());
                out.writeStringField("title", text(exchange.locale(), "model." + model.id(), model.id()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    void one(Exchange exchange, EntityModel model) throws IOException {
        // Lines are described to whoever may read their owner.
        access.require((model.line() ? model.info().parentModel() : model.id()) + ".read");
        ObjectNode meta = Json.node(out -> write(out, model, exchange.locale()));
        views.enrich(model.info(), exchange.locale(), meta);
        for (MetaContributor contributor : contributors) {
            try {
                contributor.contribute(model.info(), exchange.locale(), meta);
            } catch (RuntimeException e) {
                LOG.warn("{} could not add to the description of {}", contributor.getClass().getName(), model.id(), e);
            }
        }
        ForgottenFields.in(meta.path("views"), reader.sight(), model);
        send(exchange, out -> out.writeRaw(meta.toString()));
    }

    private void send(Exchange exchange, Json.Content content) throws IOException {
        String body = Json.text(content);
        String etag = "\"" + Long.toHexString(catalog.generation()) + "-" + Integer.toHexString(body.hashCode()) + "\"";
        exchange.header("ETag", etag);
        exchange.header("Cache-Control", "private, no-cache");
        exchange.header("Vary", "Accept-Language, Authorization, Cookie");
        if (exchange.has(etag)) {
            exchange.status(304);
        } else {
            exchange.send(200, body);
        }
    }

    private void write(JsonGenerator out, EntityModel model, Locale locale) throws IOException {
        ModelInfo info = model.info();
        String id = info.id();
        out.writeStartObject();
        out.writeStringField("id", id);
        out.writeStringField("module", info.module());
        if (!info.collection().isEmpty()) {
            out.writeStringField("path", "/api/v1/" + info.module() + "/" + info.collection());
        }
        out.writeStringField("title", text(locale, "model." + id, id));
        out.writeStringField("label", info.label());
        Visibility sight = reader.sight();
        strings(out, "search", info.search().stream().filter(f -> known(sight, model, f)).toList());
        out.writeStringField("sort", info.sort());
        strings(out, "naturalKey", info.naturalKey());
        out.writeBooleanField("companyScoped", info.companyScoped());
        out.writeBooleanField("create", info.creatable() && !model.line() && access.may(id + ".create"));
        out.writeBooleanField("update", info.updatable() && !model.line() && access.may(id + ".update"));
        out.writeBooleanField("delete", info.deletable() && !model.line() && access.may(id + ".delete"));
        out.writeArrayFieldStart("fields");
        for (FieldInfo field : info.fields()) {
            if (sight.shown(model, field)) {
                field(out, id, field, sight.right(model, field.name()), locale);
            }
        }
        out.writeEndArray();
        out.writeArrayFieldStart("actions");
        for (ActionInfo action : info.actions()) {
            if (access.may(action.permission())) {
                action(out, id, action, locale);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static boolean known(Visibility sight, EntityModel model, String path) {
        FieldInfo field = model.field(path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.')));
        return field == null || sight.readable(model, field);
    }

    private void field(JsonGenerator out, String model, FieldInfo field, FieldRight right, Locale locale)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("name", field.name());
        out.writeStringField("type", field.type().name().toLowerCase(Locale.ROOT));
        out.writeStringField("label", fieldText(model, field, locale));
        if (field.target() != null) {
            out.writeStringField("target", field.target());
        }
        flag(out, "required", field.required() && right == FieldRight.WRITE);
        flag(out, "readonly", field.readonly() || right != FieldRight.WRITE);
        flag(out, "masked", right == FieldRight.MASKED);
        flag(out, "sealed", field.sealed());
        flag(out, "createOnly", field.createOnly());
        flag(out, "state", field.state());
        number(out, "length", field.length());
        number(out, "precision", field.precision());
        number(out, "scale", field.scale());
        word(out, "widget", WIDGETS.getOrDefault(field.format(), ""));
        word(out, "currencyField", field.currencyField());
        word(out, "unitField", field.unitField());
        word(out, "aggregate", field.aggregate());
        word(out, "extension", field.extension());
        if (!field.options().isEmpty()) {
            out.writeArrayFieldStart("options");
            for (String option : field.options()) {
                out.writeStartObject();
                out.writeStringField("value", option);
                out.writeStringField("label",
                        text(locale, "option." + model + "." + field.name() + "." + option, option));
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private String fieldText(String model, FieldInfo field, Locale locale) {
        String own = "field." + model + "." + field.name();
        return text(locale, own, text(locale, "field." + field.name(), field.name()));
    }

    private void action(JsonGenerator out, String model, ActionInfo action, Locale locale) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", action.name());
        out.writeStringField("label", text(locale, "action." + model + "." + action.name(), action.name()));
        strings(out, "from", action.from());
        out.writeBooleanField("body", action.body() != null);
        out.writeEndObject();
    }

    private String text(Locale locale, String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : otherwise;
    }

    private static void strings(JsonGenerator out, String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static void flag(JsonGenerator out, String name, boolean value) throws IOException {
        if (value) {
            out.writeBooleanField(name, true);
        }
    }

    private static void number(JsonGenerator out, String name, int value) throws IOException {
        if (value > 0) {
            out.writeNumberField(name, value);
        }
    }

    private static void word(JsonGenerator out, String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            out.writeStringField(name, value);
        }
    }
}
