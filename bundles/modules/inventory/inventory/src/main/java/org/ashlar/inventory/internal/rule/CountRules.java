package org.ashlar.inventory.internal.rule;

import java.util.Set;
import org.ashlar.inventory.internal.model.CountEntity;
import org.ashlar.inventory.internal.model.CountState;
import org.ashlar.inventory.internal.service.Counts;
import org.ashlar.inventory.internal.service.Sites;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A counting sheet has a number, a place and each product at most once per place. */
@Component(service = RecordRules.class)
@ForModel("inventory.count")
public class CountRules implements RecordRules<CountEntity> {

    private static final NumberSeries SERIES = NumberSeries.plain("inventory.count", "CNT-{seq:6}");

    private final Access access;
    private final Sites sites;
    private final Counts counts;
    private final Numbering numbering;

    /** By warehouses and stock. */
    @Activate
    public CountRules(@Reference Access access, @Reference Sites sites, @Reference Counts counts,
            @Reference Numbering numbering) {
        this.access = access;
        this.sites = sites;
        this.counts = counts;
        this.numbering = numbering;
    }

    @Override
    public void beforeInsert(CountEntity count) {
        if (count.getDate() == null) {
            count.setDate(access.today());
        }
        if (count.getLocation() == null) {
            count.setLocation(sites.plan().stock(null).id());
        }
        counts.prepare(count);
        count.setNumber(numbering.next(SERIES, count.getDate()));
    }

    @Override
    public void beforeUpdate(CountEntity count, Set<String> changed) {
        if (count.getState() != CountState.DRAFT && !changed.isEmpty()) {
            throw state(count);
        }
        if (changed.contains("lines")) {
            counts.prepare(count);
        }
    }

    @Override
    public void beforeDelete(CountEntity count) {
        if (count.getState() != CountState.DRAFT) {
            throw state(count);
        }
    }

    private static Problem state(CountEntity count) {
        return Problem.of(ProblemKind.CONFLICT, "inventory.count.state", count.getNumber(), count.getState().name());
    }
}
