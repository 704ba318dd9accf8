package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.record.Records;

/** Adds a custom field to a model; it is there at once. */
@Service
@Command(scope = "ashlar", name = "field-add", description = "Adds a custom field to a model; it is there at once")
public final class AddField extends AshlarCommand {

    @Argument(index = 0, name = "model", description = "Model id, for example masters.party", required = true)
    String model;

    @Argument(index = 1, name = "code", description = "Letters and digits, small letter first", required = true)
    String code;

    @Argument(index = 2, name = "type", description = "text, long_text, integer, decimal, money, boolean, date, date_time,"
            + " choice or reference", required = true)
    String type;

    @Option(name = "--label", description = "English label")
    String label;

    @Option(name = "--label-zh", description = "Chinese label")
    String labelZh;

    @Option(name = "--options", description = "Values of a choice, separated by commas")
    String options;

    @Option(name = "--target", description = "Model that a reference points to")
    String target;

    @Option(name = "--required", description = "New records must have it")
    boolean required;

    @Option(name = "--unique", description = "No two records of a company have the same value")
    boolean unique;

    @Option(name = "--search", description = "Found by search")
    boolean search;

    @Reference
    Records records;

    @Override
    void work() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", model);
        values.put("code", code);
        values.put("type", type.toUpperCase(Locale.ROOT));
        values.put("labelEn", label == null ? code : label);
        values.put("labelZh", labelZh);
        values.put("target", target);
        values.put("required", required);
        values.put("unique", unique);
        values.put("searchable", search);
        if (options != null) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (String option : options.split(",")) {
                lines.add(Map.of("value", option.trim(), "labelEn", option.trim()));
            }
            values.put("options", lines);
        }
        long id = records.create("platform.customField", values);
        Map<String, Object> made = records.get("platform.customField", id, List.of("model", "name", "type"));
        table(List.of("id", "model", "field", "type"),
                List.of(List.of(id, made.get("model"), made.get("name"), made.get("type"))));
    }
}
