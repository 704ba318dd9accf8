package org.ashlar.platform.documents.internal.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.documents.internal.model.MailTemplateEntity;
import org.ashlar.platform.documents.internal.model.MailTemplateTextEntity;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of mail templates: something to say, in known languages, without errors of form. */
@Component
@ForModel("platform.mailTemplate")
public final class MailTemplateRules implements RecordRules<MailTemplateEntity> {
    private final Catalog catalog;

    /** By injection. */
    @Activate
    public MailTemplateRules(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void beforeInsert(MailTemplateEntity template) {
        check(template);
    }

    @Override
    public void beforeUpdate(MailTemplateEntity template, Set<String> changed) {
        check(template);
    }

    private void check(MailTemplateEntity template) {
        if (!template.getCode().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Problem.rule("code", "platform.mailTemplate.code", template.getCode());
        }
        if (template.getTarget() != null && catalog.find(template.getTarget()).isEmpty()) {
            throw Problem.rule("target", "platform.model.unknown", template.getTarget());
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        int position = 0;
        for (MailTemplateTextEntity text : template.getTexts()) {
            String path = "texts[" + position + "].";
            text.setPosition(++position);
            if (!text.getLanguage().matches("[a-z]{2}(-[A-Z]{2})?") || !languages.add(text.getLanguage())) {
                errors.add(new FieldError(path + "language", "platform.mailTemplate.language", List.of(text.getLanguage())));
            }
            if (empty(text.getText()) && empty(text.getHtml())) {
                errors.add(new FieldError(path + "text", "platform.mailTemplate.empty", List.of()));
            }
            form(path + "subject", text.getSubject(), errors);
            form(path + "text", text.getText(), errors);
            form(path + "html", text.getHtml(), errors);
        }
        if (position == 0) {
            throw Problem.rule("texts", "platform.mailTemplate.empty");
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
    }

    private static boolean empty(String text) {
        return text == null || text.isBlank();
    }

    private static void form(String field, String template, List<FieldError> errors) {
        try {
            Filling.check(template == null ? "" : template);
        } catch (Problem e) {
            errors.add(new FieldError(field, e.code(), e.args()));
        }
    }
}
