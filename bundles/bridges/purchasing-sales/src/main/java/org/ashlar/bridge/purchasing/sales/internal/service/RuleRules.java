package org.ashlar.bridge.purchasing.sales.internal.service;

import java.util.Set;
import org.ashlar.bridge.purchasing.sales.internal.model.RuleEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for rules between companies. */
@Component(service = RecordRules.class)
@ForModel("purchasing-sales.rule")
public final class RuleRules implements RecordRules<RuleEntity> {

    private final Access access;

    /** Used by DS. */
    @Activate
    public RuleRules(@Reference Access access) {
        this.access = access;
    }

    @Override
    public void beforeInsert(RuleEntity rule) {
        check(rule);
    }

    @Override
    public void beforeUpdate(RuleEntity rule, Set<String> changed) {
        check(rule);
    }

    private void check(RuleEntity rule) {
        if (rule.getPartnerCompany() != null && rule.getPartnerCompany() == access.caller().companyId()) {
            throw Problem.rule("partnerCompany", "purchasing-sales.rule.self");
        }
    }
}
