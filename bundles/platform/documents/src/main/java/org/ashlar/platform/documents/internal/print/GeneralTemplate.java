package org.ashlar.platform.documents.internal.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;

/** Writes a template for any model from its metadata: title, fields in two columns, a table per kind of lines. */
final class GeneralTemplate {

    private static final Set<String> SYSTEM = Set.of("id", "version", "companyId", "createdAt", "createdBy", "changedAt",
            "changedBy", "position");

    private final Catalog catalog;
    private final Messages messages;
    private final Locale locale;

    GeneralTemplate(Catalog catalog, Messages messages, Locale locale) {
        this.catalog = catalog;
        this.messages = messages;
        this.locale = locale;
    }

    String of(ModelInfo model) {
        StringBuilder html = new StringBuilder("<html><head><style>").append(Stationery.CSS).append("</style></head><body>")
                .append("<div class=\"head\"><div class=\"our\">{{our.name}}</div><h1>").append(text("model." + model.id(), model.id()))
                .append("</h1><div class=\"no\">{{").append(model.label()).append("}}</div></div><table class=\"facts\">");
        List<FieldInfo> facts = model.fields().stream().filter(GeneralTemplate::shown)
                .filter(f -> f.type() != FieldType.LINES && !f.name().equals(model.label())).toList();
        for (int i = 0; i < facts.size(); i += 2) {
            html.append("<tr>").append(fact(model, facts.get(i)))
                    .append(i + 1 < facts.size() ? fact(model, facts.get(i + 1)) : "<th></th><td></td>").append("</tr>");
        }
        html.append("</table>");
        model.fields().stream().filter(f -> f.type() == FieldType.LINES).forEach(f -> lines(model, f, html));
        return html.append("<p></p>").append(Stationery.STAMP).append("</body></html>").toString();
    }

    private static boolean shown(FieldInfo field) {
        return !field.hidden() && !SYSTEM.contains(field.name());
    }

    private String fact(ModelInfo model, FieldInfo field) {
        return "<th>" + label(model, field) + "</th><td>{{" + field.name() + "}}</td>";
    }

    private void lines(ModelInfo model, FieldInfo field, StringBuilder html) {
        Optional<ModelInfo> line = catalog.find(field.target());
        if (line.isEmpty()) {
            return;
        }
        List<FieldInfo> columns = line.get().fields().stream().filter(GeneralTemplate::shown)
                .filter(f -> f.type() != FieldType.LINES).limit(9).toList();
        html.append("<h2>").append(label(model, field)).append("</h2><table class=\"lines\"><thead><tr>");
        columns.forEach(c -> html.append(c.type() == FieldType.DECIMAL ? "<th class=\"n\">" : "<th>")
                .append(label(line.get(), c)).append("</th>"));
        html.append("</tr></thead><tbody>{{#").append(field.name()).append("}}<tr>");
        columns.forEach(c -> html.append(c.type() == FieldType.DECIMAL ? "<td class=\"n\">{{" : "<td>{{").append(c.name())
                .append("}}</td>"));
        html.append("</tr>{{/").append(field.name()).append("}}</tbody></table>");
    }

    private String label(ModelInfo model, FieldInfo field) {
        return text("field." + model.id() + "." + field.name(), text("field." + field.name(), field.name()));
    }

    private String text(String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()).replace("&", "&amp;").replace("<", "&lt;")
                : otherwise;
    }
}
