package org.ashlar.platform.automation.internal.service;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Protection against loops, per transaction: a rule acts once on a record, and records made by rules that were set off by
 * records made by rules go only so deep. Thread-safe.
 */
@Component(service = Journal.class)
public final class Journal {

    private static final int DEEPEST = 5;
    private static final String KEY = "ashlar.automation.journal";

    private final TransactionSynchronizationRegistry registry;

    /** By injection. */
    @Activate
    public Journal(@Reference TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    /** What one transaction did; one thread. */
    private static final class Page {
        private final Set<String> done = new HashSet<>();
        private final Map<String, Integer> depths = new HashMap<>();
    }

    /** Whether the rule has not acted on the record in this transaction; from now on it has. */
    boolean first(Rule rule, long record) {
        return page().done.add(rule.id() + "#" + record);
    }

    /**
     * A rule made a record while it acted on another.
     *
     * @throws Problem RULE {@code platform.automation.tooDeep}
     */
    void made(Rule rule, long by, String model, long made) {
        int depth = page().depths.getOrDefault(rule.model() + "#" + by, 0) + 1;
        if (depth > DEEPEST) {
            throw Problem.rule("actions", "platform.automation.tooDeep", rule.title(), DEEPEST);
        }
        page().depths.put(model + "#" + made, depth);
    }

    private Page page() {
        Page page = (Page) registry.getResource(KEY);
        if (page == null) {
            page = new Page();
            registry.putResource(KEY, page);
        }
        return page;
    }
}
