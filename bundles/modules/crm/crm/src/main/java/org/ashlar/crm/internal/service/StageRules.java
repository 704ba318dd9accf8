package org.ashlar.crm.internal.service;

import java.util.Set;
import org.ashlar.crm.internal.domain.Forecast;
import org.ashlar.crm.internal.model.StageEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Component;

/** Rules of stages. */
@Component
@ForModel("crm.stage")
public final class StageRules implements RecordRules<StageEntity> {


    @Override
    public void beforeInsert(StageEntity stage) {
        check(stage);
    }

    @Override
    public void beforeUpdate(StageEntity stage, Set<String> changed) {
        check(stage);
    }

    private static void check(StageEntity stage) {
        if (!Forecast.percentage(stage.getProbability())) {
            throw Problem.rule("probability", "crm.probability", stage.getProbability());
        }
    }
}
