package org.ashlar.platform.studio.internal.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.i18n.TextSource;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.catalog.Definition.Label;
import org.ashlar.platform.studio.internal.catalog.Definition.Model;
import org.ashlar.platform.studio.internal.catalog.Definition.Option;
import org.ashlar.platform.studio.internal.schema.Names;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Labels of custom models, fields, options, states and transitions under the keys that those of modules have. */
@Component
public final class CustomTexts implements TextSource {

    private static final Map<String, Label> BUILT_IN = Map.of("name", new Label("Name", "名称"), "number",
            new Label("Number", "单号"), "state", new Label("State", "状态"), "position", new Label("Position", "序号"));
    private static final Label CURRENCY = new Label("currency", "币种");

    private final CustomCatalog catalog;

    /** Used by DS. */
    @Activate
    public CustomTexts(@Reference CustomCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String text(Locale locale, String key) {
        Label label = label(key, locale);
        return label == null ? null : label.in(locale);
    }

    private Label label(String key, Locale locale) {
        int dot = key.indexOf('.');
        String rest = key.substring(dot + 1);
        return switch (dot < 0 ? "" : key.substring(0, dot)) {
            case "model" -> model(rest);
            case "field" -> field(rest, locale);
            case "option" -> option(rest);
            case "action" -> action(rest);
            default -> null;
        };
    }

    private Label model(String id) {
        String code = Names.customCode(id);
        Model model = code == null ? null : catalog.model(code);
        return model == null ? null : model.label();
    }

    private Label field(String path, Locale locale) {
        int dot = path.lastIndexOf('.');
        if (dot < 0) {
            return null;
        }
        String model = path.substring(0, dot);
        String name = path.substring(dot + 1);
        Field field = catalog.field(model, name);
        if (field != null) {
            return field.label();
        }
        if (name.endsWith("Currency")) {
            Field amount = catalog.field(model, name.substring(0, name.length() - "Currency".length()));
            if (amount != null) {
                String of = amount.label().in(locale) + " ";
                return new Label(of + CURRENCY.en(), of.strip() + CURRENCY.zh());
            }
        }
        String code = Names.customCode(model);
        if (code == null || catalog.model(code) == null) {
            return null;
        }
        Label lines = catalog.everything().models().stream()
                .filter(m -> code.equals(m.parent()) && name.equals(m.linesField())).map(Model::label).findFirst()
                .orElse(null);
        return lines == null ? BUILT_IN.get(name) : lines;
    }

    private Label option(String path) {
        int dot = path.lastIndexOf('.');
        int before = path.lastIndexOf('.', dot - 1);
        if (before < 0) {
            return null;
        }
        String model = path.substring(0, before);
        String name = path.substring(before + 1, dot);
        String value = path.substring(dot + 1);
        Field field = catalog.field(model, name);
        if (field != null) {
            return find(field.options(), value);
        }
        Model custom = name.equals("state") && Names.customCode(model) != null ? catalog.model(Names.customCode(model)) : null;
        return custom == null ? null : find(custom.states(), value);
    }

    private Label action(String path) {
        int dot = path.lastIndexOf('.');
        String code = dot < 0 ? null : Names.customCode(path.substring(0, dot));
        Model model = code == null ? null : catalog.model(code);
        return model == null ? null : find(model.transitions(), path.substring(dot + 1));
    }

    private static Label find(List<Option> options, String code) {
        return options.stream().filter(o -> o.code().equals(code)).map(Option::label).findFirst().orElse(null);
    }
}
