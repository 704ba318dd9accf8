package org.ashlar.platform.documents.internal.template;

import java.util.Set;
import org.ashlar.platform.documents.internal.model.PrintTemplateEntity;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A print template names a model and its placeholders are closed. Thread-safe. */
@Component
@ForModel("platform.printTemplate")
public final class PrintTemplateRules implements RecordRules<PrintTemplateEntity> {

    private final Catalog catalog;

    /** By injection. */
    @Activate
    public PrintTemplateRules(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void beforeInsert(PrintTemplateEntity template) {
        if (!template.getCode().matches("[A-Za-z0-9._-]+")) {
            throw Problem.rule("code", "platform.mailTemplate.code", template.getCode());
        }
        if (catalog.find(template.getTarget()).isEmpty()) {
            throw Problem.rule("target", "platform.model.unknown", template.getTarget());
        }
        try {
            Filling.check(template.getBody());
        } catch (Problem wrong) {
            throw Problem.rule("body", wrong.code(), wrong.args().toArray());
        }
    }

    @Override
    public void beforeUpdate(PrintTemplateEntity template, Set<String> changed) {
        beforeInsert(template);
    }
}
