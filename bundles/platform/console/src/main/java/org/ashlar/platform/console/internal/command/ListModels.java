package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;

/** Lists the models of all modules and the custom ones, or the fields of one. */
@Service
@Command(scope = "ashlar", name = "model-list", description = "Lists the models, or the fields of one model")
public final class ListModels extends AshlarCommand {

    @Argument(name = "model", description = "Model id, for example masters.party")
    String model;

    @Reference
    Catalog catalog;

    @Override
    void work() {
        List<List<Object>> rows = new ArrayList<>();
        if (model == null) {
            for (ModelInfo info : catalog.list()) {
                String key = "model." + info.id();
                rows.add(List.of(info.id(), messages.has(Locale.forLanguageTag(language), key) ? text(key) : "",
                        info.collection().isEmpty() ? "" : "/" + info.module() + "/" + info.collection(),
                        info.fields().size(), info.portable()));
            }
            table(List.of("model", "title", "path", "fields", "portable"), rows);
            return;
        }
        ModelInfo info = catalog.find(model).orElseThrow(() -> Problem.notFound("model", model));
        for (FieldInfo field : info.fields()) {
            if (!field.hidden()) {
                String own = "field." + info.id() + "." + field.name();
                rows.add(List.of(field.name(), messages.has(Locale.forLanguageTag(language), own) ? text(own)
                        : text("field." + field.name()), field.type(), field.required(),
                        field.extension() == null ? "" : field.extension()));
            }
        }
        table(List.of("field", "label", "type", "required", "by"), rows);
    }
}
