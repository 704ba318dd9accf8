package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.report.PartyPositions.Position;
import org.ashlar.masters.CompanyParties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What this company and the other companies of the installation owe each other by the books of both (关联方往来核对), in the
 * currency of the documents: where the difference is not zero, a consolidation has nothing that it could eliminate. The
 * partner's side is shown to who may read the open items there, too. Thread-safe.
 */
@Component(service = Report.class)
public final class IntercompanyBalances implements Report {

    private static final String ITEMS = "finance.openItem";
    private static final String PARTY = "masters.party";

    private final CompanyParties companyParties;
    private final PartyPositions positions;
    private final PartyNames names;
    private final BooksCache books;
    private final Access access;
    private final Callers callers;
    private final RecordAccess records;

    /** Injected. */
    @Activate
    public IntercompanyBalances(@Reference CompanyParties companyParties, @Reference PartyPositions positions,
            @Reference PartyNames names, @Reference BooksCache books, @Reference Access access, @Reference Callers callers,
            @Reference RecordAccess records) {
        this.companyParties = companyParties;
        this.positions = positions;
        this.names = names;
        this.books = books;
        this.access = access;
        this.callers = callers;
        this.records = records;
    }

    @Override
    public String id() {
        return "finance.intercompanyBalances";
    }

    @Override
    public String permission() {
        return "finance.openItem.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("date", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of(ITEMS, PARTY);
    }

    @Override
    public ReportTable run(ReportRequest request) {
        LocalDate date = request.date("date", null);
        Map<Long, Long> partners = new TreeMap<>(companyParties.all());
        Map<Long, Map<String, Position>> ours = positions.of(partners.keySet(), date);
        Map<Long, String> titles = names.of(partners.keySet());
        long here = access.caller().companyId();
        List<List<Object>> rows = new ArrayList<>();
        partners.forEach((party, company) -> {
            Map<String, Position> own = ours.getOrDefault(party, Map.of());
            Optional<Map<String, Position>> theirs = there(company).map(caller -> access.as(caller, () -> mine(here, date)));
            Set<String> currencies = new TreeSet<>(own.keySet());
            theirs.ifPresent(t -> currencies.addAll(t.keySet()));
            currencies.forEach(currency -> rows.add(row(party, titles.get(party), currency,
                    own.getOrDefault(currency, Position.ZERO),
                    theirs.map(t -> t.getOrDefault(currency, Position.ZERO)).orElse(null))));
        });
        return Scale.of(new ReportTable(List.of(new ReportTable.Column("partyId", "number"),
                new ReportTable.Column("party", "text"), new ReportTable.Column("currency", "text"),
                new ReportTable.Column("receivable", "money"), new ReportTable.Column("theirPayable", "money"),
                new ReportTable.Column("payable", "money"), new ReportTable.Column("theirReceivable", "money"),
                new ReportTable.Column("difference", "money")), rows, List.of()), books.current().currency());
    }

    private static List<Object> row(long party, String title, String currency, Position own, Position their) {
        BigDecimal difference = their == null ? null : own.net().add(their.net());
        return Arrays.asList(party, title, currency, own.receivable(), their == null ? null : their.payable(), own.payable(),
                their == null ? null : their.receivable(), difference);
    }

    /** The position of the bound caller's company with another one; nothing if no party stands for that. */
    private Map<String, Position> mine(long other, LocalDate date) {
        return companyParties.partyOf(other).map(party -> positions.of(Set.of(party), date).getOrDefault(party, Map.of()))
                .orElse(Map.of());
    }

    /** The user as he may act in another company; empty if he may not see all open items there, or came with a token for this one. */
    private Optional<Caller> there(long company) {
        Caller present = access.caller();
        if (present.userId() != 0 && !present.companies().contains(company)) {
            return Optional.empty();
        }
        Optional<Caller> caller = present.userId() == 0 ? Optional.of(access.system(company))
                : callers.of(present.userId(), company, present.channel());
        return caller.filter(c -> access.as(c, () -> records.whole(ITEMS) && !records.restricted(PARTY)));
    }
}
