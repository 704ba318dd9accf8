package org.ashlar.platform.insight.internal.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What tiles know about the fields that they name: type, and title in the caller's language. Thread-safe. */
@Component(service = Fields.class)
public final class Fields {

    private final Catalog catalog;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public Fields(@Reference Catalog catalog, @Reference Messages messages, @Reference Access access) {
        this.catalog = catalog;
        this.messages = messages;
        this.access = access;
    }

    /** A model by id. */
    public ModelInfo model(String id) {
        return catalog.find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", String.valueOf(id)));
    }

    /** The field at the end of a dotted path, {@code null} if there is none. */
    public FieldInfo at(ModelInfo model, String path) {
        Optional<ModelInfo> on = Optional.of(model);
        FieldInfo field = null;
        for (String part : path.split("\\.")) {
            field = on.flatMap(m -> m.field(part)).orElse(null);
            on = Optional.ofNullable(field).map(FieldInfo::target).flatMap(catalog::find);
        }
        return field;
    }

    /** Where the currency of an amount stands, {@code null} if it is none. */
    String currencyOf(ModelInfo model, String path) {
        FieldInfo field = at(model, path);
        return field == null || field.currencyField() == null || field.currencyField().isEmpty() ? null
                : path.substring(0, path.lastIndexOf('.') + 1) + field.currencyField();
    }

    /** {@code money}, {@code quantity}, {@code number}, or the field's type in small letters. */
    public String type(ModelInfo model, String path) {
        FieldInfo field = at(model, path);
        if (field == null) {
            return "text";
        }
        if (field.type() != FieldType.DECIMAL) {
            return field.type().name().toLowerCase(Locale.ROOT);
        }
        return given(field.currencyField()) || given(field.aggregate()) && home(field) ? "money"
                : given(field.unitField()) ? "quantity" : "number";
    }

    /** Amounts in the company's own currency name no field that says so; they are called amount, total or company-something. */
    private static boolean home(FieldInfo field) {
        return !given(field.unitField()) && (field.name().equals("amount") || field.name().equals("total")
                || field.name().startsWith("company"));
    }

    private static boolean given(String text) {
        return text != null && !text.isEmpty();
    }

    /** Title of a field, along references. */
    public String title(ModelInfo model, String path) {
        List<String> titles = new ArrayList<>();
        Optional<ModelInfo> on = Optional.of(model);
        for (String part : path.split("\\.")) {
            titles.add(text("field." + on.map(ModelInfo::id).orElse("") + "." + part, text("field." + part, part)));
            on = on.flatMap(m -> m.field(part)).map(FieldInfo::target).flatMap(catalog::find);
        }
        return String.join(" / ", titles);
    }

    /** Text of an option of a field. */
    public String option(ModelInfo model, String path, String value) {
        int dot = path.lastIndexOf('.');
        String owner = model.id();
        if (dot >= 0) {
            FieldInfo reference = at(model, path.substring(0, dot));
            owner = reference == null || reference.target() == null ? owner : reference.target();
        }
        return text("option." + owner + "." + path.substring(dot + 1) + "." + value, value);
    }

    /** A text in the caller's language. */
    public String text(String key, String otherwise) {
        String text = messages.text(access.caller().locale(), key, List.of());
        return text == null || text.equals(key) ? otherwise : text;
    }

    /** What a problem says. */
    public String text(Problem problem) {
        return messages.text(access.caller().locale(), problem.code(), problem.args());
    }
}
