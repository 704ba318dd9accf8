package org.ashlar.masters.internal.service;

import org.ashlar.masters.internal.model.FiscalYearEntity;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Action {@code generate} of a fiscal year: makes the year that follows it, or answers the one that is there. */
@Component(service = RecordAction.class)
@ForModel("masters.fiscalYear")
@ForAction("generate")
public final class GenerateFiscalYear implements RecordAction {

    /**
     * The answer.
     *
     * @param id record id of the following year
     * @param code its code
     */
    public record Generated(long id, String code) {
    }

    private final EntityStore store;
    private final FiscalYearGenerator generator;

    @Activate
    public GenerateFiscalYear(@Reference EntityStore store, @Reference FiscalYearGenerator generator) {
        this.store = store;
        this.generator = generator;
    }

    @Override
    public Object run(ActionCall call) {
        FiscalYearEntity year = store.get(FiscalYearEntity.class, call.id());
        FiscalYearEntity next = generator.from(year.getEndDate().plusDays(1));
        return new Generated(next.getId(), next.getCode());
    }
}
