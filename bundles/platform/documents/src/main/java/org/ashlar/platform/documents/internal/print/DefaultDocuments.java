package org.ashlar.platform.documents.internal.print;

import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.template.Documents;
import org.ashlar.platform.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints of records. Thread-safe. */
@Component(service = {Documents.class, DefaultDocuments.class})

public final class DefaultDocuments implements Documents {

    private final PdfPress press;
    private final PrintTemplates prints;
    private final Templates templates;
    private final Catalog catalog;
    private final Messages messages;

    /** By injection. */
    @Activate
    public DefaultDocuments(@Reference PdfPress press, @Reference PrintTemplates prints, @Reference Templates templates,
            @Reference Catalog catalog, @Reference Messages messages) {
        this.press = press;
        this.prints = prints;
        this.templates = templates;
        this.catalog = catalog;
        this.messages = messages;
    }

    @Override
    public byte[] pdf(String xhtml) {
        return press.pdf(xhtml);
    }

    @Override
    public byte[] print(String model, long recordId, String template, Locale locale) {
        ModelInfo info = model(model);
        return preview(model, recordId, prints.body(model, template, locale)
                .orElseGet(() -> new GeneralTemplate(catalog, messages, locale).of(info)), locale);
    }

    /** The print of a record by a template that need not be saved yet. */
    public byte[] preview(String model, long recordId, String body, Locale locale) {
        model(model);
        Map<String, Object> values = templates.values(model, recordId);
        values.put("zh", locale.getLanguage().equals("zh"));
        values.put("en", !locale.getLanguage().equals("zh"));
        return press.pdf(templates.html(body.replace(Stationery.PLACE, Stationery.CSS), values, locale));
    }

    private ModelInfo model(String id) {
        return catalog.find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", id));
    }
}
