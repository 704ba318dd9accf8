package org.ashlar.platform.documents.internal.template;

import java.math.BigDecimal;
import java.util.Set;
import org.ashlar.platform.documents.internal.model.PrinterEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Component;

/** Printers are off by little. Thread-safe. */
@Component
@ForModel("platform.printer")
public final class PrinterRules implements RecordRules<PrinterEntity> {

    private static final BigDecimal LEAST = new BigDecimal("-50");
    private static final BigDecimal MOST = new BigDecimal("50");

    @Override
    public void beforeInsert(PrinterEntity entity) {
        within(entity.getOffsetRight(), "offsetRight");
        within(entity.getOffsetDown(), "offsetDown");
    }

    @Override
    public void beforeUpdate(PrinterEntity entity, Set<String> changed) {
        beforeInsert(entity);
    }

    private static void within(BigDecimal value, String field) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw Problem.rule(field, "platform.printer.offset");
        }
    }
}
