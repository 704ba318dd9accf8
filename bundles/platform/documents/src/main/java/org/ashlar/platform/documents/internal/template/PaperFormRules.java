package org.ashlar.platform.documents.internal.template;

import java.math.BigDecimal;
import java.util.Set;
import org.ashlar.platform.documents.internal.model.PaperFormEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Component;

/** Paper has a size that printers take. Thread-safe. */
@Component
@ForModel("platform.paperForm")
public final class PaperFormRules implements RecordRules<PaperFormEntity> {

    private static final BigDecimal LEAST = new BigDecimal("20");
    private static final BigDecimal MOST = new BigDecimal("1200");

    @Override
    public void beforeInsert(PaperFormEntity entity) {
        within(entity.getWidth(), "width");
        within(entity.getHeight(), "height");
    }

    @Override
    public void beforeUpdate(PaperFormEntity entity, Set<String> changed) {
        beforeInsert(entity);
    }

    private static void within(BigDecimal value, String field) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw Problem.rule(field, "platform.paperForm.size");
        }
    }
}
