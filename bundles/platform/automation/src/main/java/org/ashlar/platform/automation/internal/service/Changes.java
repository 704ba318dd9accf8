package org.ashlar.platform.automation.internal.service;

import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.automation.internal.domain.Assignment;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a rule does inside the saving transaction: set fields, create a record, call an action. Thread-safe. */
@Component(service = Changes.class)
public final class Changes {

    private final Records records;
    private final Access access;
    private final Actors actors;
    private final Values values;
    private final Journal journal;

    /** By injection. */
    @Activate
    public Changes(@Reference Records records, @Reference Access access, @Reference Actors actors, @Reference Values values,
            @Reference Journal journal) {
        this.records = records;
        this.access = access;
        this.actors = actors;
        this.values = values;
        this.journal = journal;
    }

    /** Does it all, in order; a refusal undoes the transaction. */
    void apply(Rule rule, long record, Map<String, Object> deleted) {
        if (rule.actions().stream().noneMatch(Rule.Act::inTransaction)) {
            return;
        }
        access.as(actors.of(rule), () -> {
            rule.actions().stream().filter(Rule.Act::inTransaction).forEach(act -> one(rule, act, record, deleted));
            return null;
        });
    }

    private void one(Rule rule, Rule.Act act, long record, Map<String, Object> deleted) {
        Map<String, Object> from = deleted.isEmpty() ? values.of(rule.model(), record) : deleted;
        Map<String, Object> given = values.assign(Assignment.parse(act.assignments(), "assignments"), from);
        switch (act.kind()) {
            case SET -> records.update(rule.model(), record, null, given);
            case CREATE -> journal.made(rule, record, act.target(), records.create(act.target(), given));
            case ACT -> records.act(rule.model(), record, act.action(), given);
            default -> throw new IllegalStateException(act.kind() + " is done after the commit");
        }
    }
}
