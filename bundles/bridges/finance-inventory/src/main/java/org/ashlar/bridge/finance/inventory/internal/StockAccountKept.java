package org.ashlar.bridge.finance.inventory.internal;

import java.util.List;
import java.util.Set;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.spi.EntryCheck;
import org.ashlar.finance.spi.EntryView;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the stock account for changes of stock value: an entry by hand, an invoice or a reversal would part it from the goods.
 * Thread-safe.
 */
@Component
public final class StockAccountKept implements EntryCheck {

    /** Source of the entries that bring stock into the books when finance meets inventory. */
    static final String OPENING = "inventory.openingStock";
    /** Source of the entries of moves and of their cost. */
    static final String TRANSFER = "inventory.transfer";

    private static final Set<String> OWN = Set.of(OPENING, TRANSFER);

    @Override
    public void check(EntryView entry) {
        if (!entry.reversal() && entry.sourceModel() != null && OWN.contains(entry.sourceModel())) {
            return;
        }
        List<EntryView.Line> lines = entry.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).roles().contains(AccountRole.INVENTORY)) {
                throw Problem.rule("lines[" + i + "].account",
                        entry.reversal() ? "financeInventory.stockAccount.reversal" : "financeInventory.stockAccount",
                        lines.get(i).accountCode());
            }
        }
    }
}
