package org.ashlar.platform.operations.internal.rest;

import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of figures as people say them. Thread-safe. */
@Component(service = FigureTitles.class)
public final class FigureTitles {

    private final PlanViews texts;
    private final Messages messages;

    /** By injection. */
    @Activate
    public FigureTitles(@Reference PlanViews texts, @Reference Messages messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** What a figure is: a report and its column, the sum of a field, records of a model, or rows of a table. */
    String of(Locale locale, String name) {
        String[] parts = name.split(" ");
        return switch (parts[0]) {
            case "report" -> texts.of(locale, "report." + parts[1], parts[1]) + (parts.length < 3 ? "" : " · "
                    + (parts[2].equals("rows") ? rows(locale) : texts.of(locale, "report." + parts[1] + "." + parts[2], parts[2])));
            case "sum" -> texts.of(locale, "model." + parts[1], parts[1]) + " · " + texts.of(locale, "field." + parts[1] + "." + parts[2],
                    texts.of(locale, "field." + parts[2], parts[2]));
            case "records" -> texts.of(locale, "model." + parts[1], parts[1]);
            default -> parts.length > 1 ? parts[1] : name;
        };
    }

    private String rows(Locale locale) {
        return messages.text(locale, "operations.figure.rows", java.util.List.of());
    }
}
