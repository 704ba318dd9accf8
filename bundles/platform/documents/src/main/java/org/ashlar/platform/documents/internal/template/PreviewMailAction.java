package org.ashlar.platform.documents.internal.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.documents.internal.model.MailTemplateEntity;
import org.ashlar.platform.documents.internal.model.PreviewMail;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows a mail as it would leave, with the values of a record as the caller may read them. */
@Component
@ForModel("platform.mailTemplate")
@ForAction("preview")
public final class PreviewMailAction implements RecordAction {
    private final EntityStore store;
    private final Access access;
    private final DefaultMailTemplates templates;

    /** By injection. */
    @Activate
    public PreviewMailAction(@Reference EntityStore store, @Reference Access access,
            @Reference DefaultMailTemplates templates) {
        this.store = store;
        this.access = access;
        this.templates = templates;
    }

    @Override
    public Object run(ActionCall call) {
        MailTemplateEntity template = store.get(MailTemplateEntity.class, call.id());
        PreviewMail wish = call.body(PreviewMail.class);
        Locale locale = wish.language() == null ? access.caller().locale() : Locale.forLanguageTag(wish.language());
        List<DefaultMailTemplates.Variant> variants = template.getTexts().stream()
                .map(t -> new DefaultMailTemplates.Variant(t.getLanguage(), template.getTarget(), t.getSubject(),
                        t.getText(), t.getHtml())).toList();
        DefaultMailTemplates.Variant stored = DefaultMailTemplates.choose(variants, locale);
        DefaultMailTemplates.Variant shown = new DefaultMailTemplates.Variant(stored.language(), stored.target(),
                wish.subject() == null ? stored.subject() : wish.subject(),
                wish.text() == null ? stored.text() : wish.text(), wish.html() == null ? stored.html() : wish.html());
        return templates.fill(shown, templates.values(template.getTarget(),
                wish.record() == null ? 0 : wish.record(), Map.of()), locale);
    }
}
