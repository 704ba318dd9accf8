package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.inventory.Costing;
import org.ashlar.inventory.DoneLine;
import org.ashlar.inventory.MoveView;
import org.ashlar.inventory.TransferCompleted;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.Transfers;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods that come after their bill are worth what was billed: the difference to the order's price is added on the day of the
 * receipt, so that goods received and not invoiced (暂估应付) settle to the cent in this order too. Thread-safe.
 */
@Component
@Handles(TransferCompleted.class)
public final class GoodsAfterBill implements DomainEventHandler<TransferCompleted> {

    private final Matching matching;
    private final Transfers transfers;
    private final Costing costing;
    private final Companies companies;
    private final Access access;

    /** Used by DS. */
    @Activate
    public GoodsAfterBill(@Reference Matching matching, @Reference Transfers transfers, @Reference Costing costing,
            @Reference Companies companies, @Reference Access access) {
        this.matching = matching;
        this.transfers = transfers;
        this.costing = costing;
        this.companies = companies;
        this.access = access;
    }

    @Override
    public void on(TransferCompleted event) {
        if (event.kind() == TransferKind.RECEIPT && event.sourceModel() != null) {
            access.as(access.system(event.companyId()), () -> {
                value(event);
                return null;
            });
        }
    }

    private void value(TransferCompleted event) {
        Map<Long, BillLots> billed = matching.billed(event.sourceModel(), event.sourceId(), 0);
        if (billed.isEmpty()) {
            return;
        }
        Map<Long, BigDecimal> settled = new HashMap<>(
                matching.received(event.sourceModel(), event.sourceId(), event.transferId()));
        Map<Long, MoveView> moves = transfers.moves(event.sourceModel(), event.sourceId()).stream()
                .collect(Collectors.toMap(MoveView::id, Function.identity()));
        int decimals = Rounding.decimals(companies.get(event.companyId()).currency());
        for (DoneLine line : event.lines()) {
            BillLots lots = billed.get(line.sourceLineId());
            MoveView move = moves.get(line.moveId());
            if (lots == null || move == null) {
                continue;
            }
            BigDecimal before = settled.getOrDefault(line.sourceLineId(), BigDecimal.ZERO);
            settled.put(line.sourceLineId(), before.add(move.quantity()));
            BigDecimal ahead = lots.quantity().subtract(before).min(move.quantity());
            if (ahead.signum() > 0) {
                BigDecimal value = move.value().multiply(ahead).divide(move.quantity(), decimals, RoundingMode.HALF_UP);
                BigDecimal difference = lots.amount(before, ahead).setScale(decimals, RoundingMode.HALF_UP).subtract(value);
                if (difference.signum() != 0) {
                    costing.adjustCost(move.id(), difference, event.date(), null);
                }
            }
        }
    }
}
