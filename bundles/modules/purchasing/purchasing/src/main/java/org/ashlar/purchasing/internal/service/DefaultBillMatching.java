package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.masters.LineAmounts;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.value.Rounding;
import org.ashlar.purchasing.BillMatching;
import org.ashlar.purchasing.internal.domain.ThreeWayMatch;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The three-way match for other modules. */
@Component
public final class DefaultBillMatching implements BillMatching {

    private final Access access;
    private final Transactions transactions;
    private final EntityStore store;
    private final Tolerances tolerances;

    /** Used by DS. */
    @Activate
    public DefaultBillMatching(@Reference Access access, @Reference Transactions transactions,
            @Reference EntityStore store, @Reference Tolerances tolerances) {
        this.access = access;
        this.transactions = transactions;
        this.store = store;
        this.tolerances = tolerances;
    }

    @Override
    public List<Variance> compare(List<BilledLine> lines) {
        access.require("purchasing.order.read");
        return transactions.required(() -> match(lines));
    }

    @Override
    public void require(List<BilledLine> lines) {
        List<FieldError> errors = compare(lines).stream().filter(Variance::blocking).map(v -> switch (v.kind()) {
            case PRICE -> FieldError.of(v.field() + ".unitPrice", "purchasing.match.price", LineAmounts.plain(v.actual()),
                    LineAmounts.plain(v.expected()), LineAmounts.plain(v.amount()));
            case QUANTITY -> FieldError.of(v.field() + ".quantity", "purchasing.match.quantity", LineAmounts.plain(v.actual()),
                    LineAmounts.plain(v.expected()), LineAmounts.plain(v.amount()));
        }).toList();
        if (!errors.isEmpty()) {
            throw new Problem(ProblemKind.RULE, errors.get(0).code(),
                    errors.get(0).args(), errors);
        }
    }

    private List<Variance> match(List<BilledLine> lines) {
        Map<Long, PurchaseOrderLineEntity> ordered = store.getAll(PurchaseOrderLineEntity.class,
                lines.stream().map(BilledLine::lineId).distinct().sorted().toList()).stream()
                .collect(Collectors.toMap(BaseEntity::getId, Function.identity()));
        ThreeWayMatch match = new ThreeWayMatch(tolerances.match());
        for (BilledLine line : lines) {
            PurchaseOrderLineEntity order = ordered.get(line.lineId());
            if (order == null) {
                throw Problem.rule(line.field(), "purchasing.order.line.unknown", String.valueOf(line.lineId()));
            }
            match.add(line, new ThreeWayMatch.Ordered(OrderViews.progress(order), netPrice(order),
                    order.getReleasedPrice(), order.getReleasedQuantity()));
        }
        return match.variances();
    }

    private static BigDecimal netPrice(PurchaseOrderLineEntity line) {
        BigDecimal discount = line.getUnitPrice().multiply(line.getDiscountPercent()).movePointLeft(2);
        return Rounding.rate(line.getUnitPrice().subtract(discount));
    }
}
