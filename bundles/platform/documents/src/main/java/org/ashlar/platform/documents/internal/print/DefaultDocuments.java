package org.ashlar.platform.documents.internal.print;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.template.Documents;
import org.ashlar.platform.template.Templates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
    private final Seals seals;
    private final Papers papers;

    /** By injection. */
    @Activate
    public DefaultDocuments(@Reference PdfPress press, @Reference PrintTemplates prints, @Reference Templates templates,
            @Reference Catalog catalog, @Reference Messages messages, @Reference Seals seals, @Reference Papers papers) {
        this.press = press;
        this.prints = prints;
        this.templates = templates;
        this.catalog = catalog;
        this.messages = messages;
        this.seals = seals;
        this.papers = papers;
    }

    @Override
    public byte[] pdf(String xhtml) {
        return press.pdf(xhtml);
    }

    @Override
    public byte[] print(String model, long recordId, String template, Locale locale) {
        return print(model, recordId, template, locale, null, false);
    }

    /**
     * As {@link #print(String, long, String, Locale)}.
     *
     * @param printer whose offsets preprinted paper gets, {@code null}: the caller's
     * @param screen to be looked at and not printed: with the picture of preprinted paper
     */
    public byte[] print(String model, long recordId, String template, Locale locale, String printer, boolean screen) {
        ModelInfo info = model(model);
        PrintTemplates.Body body = prints.body(model, template, locale).orElseGet(
                () -> new PrintTemplates.Body(new GeneralTemplate(catalog, messages, locale).of(info), null));
        return press(model, recordId, body, locale, printer, screen);
    }

    /** The print of a record by a template that need not be saved yet, as it looks on screen. */
    public byte[] preview(String model, long recordId, String body, Long form, Locale locale) {
        model(model);
        return press(model, recordId, new PrintTemplates.Body(body, form), locale, null, true);
    }

    private byte[] press(String model, long recordId, PrintTemplates.Body body, Locale locale, String printer, boolean screen) {
        Map<String, Object> values = templates.values(model, recordId);
        values.put("zh", locale.getLanguage().equals("zh"));
        values.put("en", !locale.getLanguage().equals("zh"));
        values.put("seal", body.html().contains("seal") ? seals.on(model, recordId).orElse(null) : null);
        Document page = Jsoup.parse(templates.html(body.html().replace(Stationery.PLACE, Stationery.CSS), values, locale));
        new PageRows(locale, messages.text(locale, "print.pageSubtotal", List.of())).apply(page);
        if (body.form() != null) {
            papers.of(body.form(), printer, screen).apply(page);
        }
        return press.pdf(page);
    }

    private ModelInfo model(String id) {
        return catalog.find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", id));
    }
}
