package org.ashlar.platform.console.internal.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Cross-checks the company (跨模块对账): every rule with its breaches; fails when there is one. */
@Service
@Command(scope = "ashlar", name = "audit", description = "Checks every consistency rule; exit code 1 on a breach")
public final class Audit extends AshlarCommand {

    @Reference
    BundleContext bundles;

    @Override
    void work() {
        List<List<Object>> rows = new ArrayList<>();
        long breaches = 0;
        for (ConsistencyRule rule : rules()) {
            List<Breach> found = rule.check();
            breaches += found.size();
            if (found.isEmpty()) {
                rows.add(List.of(rule.id(), "ok", "", "", ""));
            }
            found.forEach(b -> rows.add(List.of(rule.id(), "breach", String.valueOf(b.subject()),
                    String.valueOf(b.expected()), String.valueOf(b.actual()))));
        }
        table(List.of("rule", "outcome", "subject", "expected", "actual"), rows);
        if (breaches > 0) {
            throw new IllegalStateException(text("console.audit.breaches", breaches));
        }
    }

    private List<ConsistencyRule> rules() {
        try {
            List<ConsistencyRule> rules = new ArrayList<>();
            for (ServiceReference<ConsistencyRule> reference : bundles.getServiceReferences(ConsistencyRule.class, null)) {
                ConsistencyRule rule = bundles.getService(reference);
                if (rule != null) {
                    rules.add(rule);
                }
            }
            rules.sort(Comparator.comparing(ConsistencyRule::id));
            return rules;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
