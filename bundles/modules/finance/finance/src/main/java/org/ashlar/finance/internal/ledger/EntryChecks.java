package org.ashlar.finance.internal.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.spi.EntryCheck;
import org.ashlar.finance.spi.EntryView;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Lets other bundles look at entries before they are written. Thread-safe. */
@Component(service = EntryChecks.class)
public class EntryChecks {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<EntryCheck> checks = List.of();

    /** Returns normally if nobody refuses the entry. */
    public void check(Books books, String journal, LocalDate date, PreparedEntry.Text text, List<PreparedLine> lines) {
        List<EntryCheck> now = checks;
        if (now == null || now.isEmpty()) {
            return;
        }
        Map<Long, Set<AccountRole>> roles = new HashMap<>();
        books.roles().forEach((role, account) -> roles.computeIfAbsent(account, a -> EnumSet.noneOf(AccountRole.class))
                .add(role));
        EntryView view = new EntryView(journal, date, text.sourceModel(), text.sourceId() == null ? 0 : text.sourceId(),
                text.reversalOf() != null, lines.stream().map(line -> new EntryView.Line(line.account(),
                        books.accounts().get(line.account()).code(), roles.getOrDefault(line.account(), Set.of()),
                        line.amounts().companyAmount())).toList());
        now.forEach(check -> check.check(view));
    }
}
