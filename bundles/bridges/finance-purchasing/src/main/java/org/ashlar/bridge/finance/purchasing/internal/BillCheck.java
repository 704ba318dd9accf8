package org.ashlar.bridge.finance.purchasing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceLineView;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.spi.InvoiceCheck;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.value.Rounding;
import org.ashlar.purchasing.BillMatching;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The three-way match: a bill that differs from order or receipt beyond the tolerance is not posted. Thread-safe. */
@Component
public final class BillCheck implements InvoiceCheck {

    private final BillMatching matching;
    private final Access access;

    /** Used by DS. */
    @Activate
    public BillCheck(@Reference BillMatching matching, @Reference Access access) {
        this.matching = matching;
        this.access = access;
    }

    @Override
    public void check(InvoiceView invoice) {
        if (invoice.kind() != InvoiceKind.VENDOR_BILL) {
            return;
        }
        List<BillMatching.BilledLine> billed = new ArrayList<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLineView line = invoice.lines().get(i);
            if (OrderBilling.LINE.equals(line.sourceModel())) {
                billed.add(new BillMatching.BilledLine("lines[" + i + "]", line.sourceLineId(), line.quantity(),
                        netPrice(line)));
            }
        }
        if (!billed.isEmpty()) {
            access.as(access.system(invoice.companyId()), () -> {
                matching.require(billed);
                return null;
            });
        }
    }

    /** The price after discount as typed: dividing the rounded net amount would invent differences of cents. */
    private static BigDecimal netPrice(InvoiceLineView line) {
        BigDecimal discount = line.discountPercent() == null ? BigDecimal.ZERO : line.discountPercent();
        return line.unitPrice().subtract(line.unitPrice().multiply(discount).movePointLeft(2))
                .setScale(Rounding.RATE_SCALE, RoundingMode.HALF_UP);
    }
}
