package org.ashlar.platform.security.internal.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.security.internal.model.RecordRuleEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of record rules: the filter is tried before it is kept, because one that cannot be read hides everything. */
@Component
@ForModel("platform.recordRule")
public final class RecordRuleRules implements RecordRules<RecordRuleEntity> {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> KNOWN = Set.of("user", "login", "company", "userParty", "department", "today");

    private final Records records;
    private final Restricting restricting;
    private final Access access;

    /** By injection. */
    @Activate
    public RecordRuleRules(@Reference Records records, @Reference Restricting restricting, @Reference Access access) {
        this.records = records;
        this.restricting = restricting;
        this.access = access;
    }

    @Override
    public void beforeInsert(RecordRuleEntity rule) {
        check(rule);
    }

    @Override
    public void beforeUpdate(RecordRuleEntity rule, Set<String> changed) {
        restricting.requireOver(rule.getLoadedRole());
        check(rule);
    }

    @Override
    public void beforeDelete(RecordRuleEntity rule) {
        restricting.requireOver(rule.getRole());
    }

    private void check(RecordRuleEntity rule) {
        restricting.requireKnown(rule.getRole());
        restricting.requireOver(rule.getRole());
        ModelInfo model = restricting.model(rule.getModel());
        if (!rule.isRead() && !rule.isWrite()) {
            throw Problem.rule("read", "platform.recordRule.nothing");
        }
        Matcher placeholder = PLACEHOLDER.matcher(rule.getFilter());
        while (placeholder.find()) {
            if (!KNOWN.contains(placeholder.group(1))) {
                throw Problem.rule("filter", "platform.recordRule.placeholder", placeholder.group(1));
            }
        }
        tried(model, rule.getFilter());
    }

    private void tried(ModelInfo model, String filter) {
        String sample = filter.replace("{today}", "2000-01-01").replaceAll("\\{(login|department)}", "x")
                .replaceAll("\\{[^}]*}", "0");
        try {
            long company = access.caller().companyId();
            access.as(access.system(company), () -> records.find(model.id(),
                    new Records.Query(sample, null, "id", List.of("id"), 0, 1, false)));
        } catch (Problem wrong) {
            throw Problem.rule("filter", wrong.code(), wrong.args().toArray());
        }
    }
}
