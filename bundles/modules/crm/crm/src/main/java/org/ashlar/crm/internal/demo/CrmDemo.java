package org.ashlar.crm.internal.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ashlar.crm.LeadState;
import org.ashlar.crm.internal.action.ConvertBody;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.crm.internal.service.LeadConversion;
import org.ashlar.crm.internal.service.LeadLifecycle;
import org.ashlar.crm.internal.service.OpportunityLifecycle;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.DemoData;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.text.TabbedTable;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads, opportunities in all stages and what was said to whom, for the demo company. */
@Component
public final class CrmDemo implements DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(CrmDemo.class);
    private static final int ORDER = 450;
    private static final String LEAD = "crm.lead";
    private static final String OPPORTUNITY = "crm.opportunity";
    private static final int DEAL = 40_000;
    private static final int DEAL_STEP = 17_000;

    private final Access access;
    private final Companies companies;
    private final Records records;
    private final Transactions transactions;
    private final DemoTeam team;
    private final LeadLifecycle leads;
    private final LeadConversion conversion;
    private final OpportunityLifecycle opportunities;

    /** Used by DS. */
    @Activate
    public CrmDemo(@Reference Access access, @Reference Companies companies, @Reference Records records,
            @Reference Transactions transactions, @Reference DemoTeam team, @Reference LeadLifecycle leads,
            @Reference LeadConversion conversion, @Reference OpportunityLifecycle opportunities) {
        this.access = access;
        this.companies = companies;
        this.records = records;
        this.transactions = transactions;
        this.team = team;
        this.leads = leads;
        this.conversion = conversion;
        this.opportunities = opportunities;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "crm.demo";
    }

    /** Everything is committed piece by piece, so that what another module refuses does not undo the rest. */
    @Override
    public void load() {
        Map<String, Long> people = attempt(team::load);
        if (people == null) {
            return;
        }
        Notes notes = new Notes();
        int n = 0;
        for (Map<String, String> row : TabbedTable.rows(CrmDemo.class, "/ASHLAR-INF/demo/leads.tsv")) {
            int number = n++;
            attempt(() -> lead(row, number, people, notes));
        }
        Map<String, Long> customers = codes("masters.party");
        for (Map<String, String> row : TabbedTable.rows(CrmDemo.class, "/ASHLAR-INF/demo/opportunities.tsv")) {
            if (customers.containsKey(row.get("customer"))) {
                int number = n++;
                attempt(() -> opportunity(row, number, customers.get(row.get("customer")), people, notes));
            }
        }
    }

    private Long lead(Map<String, String> row, int n, Map<String, Long> people, Notes notes) {
        LeadState state = LeadState.valueOf(row.get("state"));
        Map<String, Object> values = new HashMap<>();
        for (String field : List.of("name", "contact", "mobile", "email", "wechat", "industry", "address")) {
            values.put(field, row.get(field));
        }
        Long owner = people.get(row.getOrDefault("owner", ""));
        values.put("owner", owner);
        values.put("source", notes.sources.get(row.get("source")));
        boolean planned = state != LeadState.LOST && row.containsKey("due");
        values.put("nextActivityDate", planned ? access.today().plusDays(Long.parseLong(row.get("due"))) : null);
        values.put("nextActivity", planned ? row.get("next") : null);
        long id = records.create(LEAD, values);
        if (state != LeadState.NEW) {
            for (int i = 0; i <= n % 3; i++) {
                notes.add("lead", id, owner, n + i * 3, 1 + n * 3 % 7 + (n % 3 - i) * 8);
            }
        }
        if (state == LeadState.QUALIFIED || state == LeadState.CONVERTED) {
            leads.qualify(id);
        }
        if (state == LeadState.LOST) {
            leads.lose(id, new LoseBody(notes.reasons.get(row.get("due")), null));
        }
        if (state == LeadState.CONVERTED) {
            conversion.convert(id, new ConvertBody(null, null, null, row.get("next"),
                    BigDecimal.valueOf(DEAL + (long) n * DEAL_STEP % 90_000), null, access.today().plusDays(20L + n % 30)));
        }
        return id;
    }

    private Long opportunity(Map<String, String> row, int n, long customer, Map<String, Long> people, Notes notes) {
        LocalDate today = access.today();
        Map<String, Object> values = new HashMap<>();
        Long owner = people.get(row.get("owner"));
        values.put("title", row.get("title"));
        values.put("party", customer);
        values.put("owner", owner);
        values.put("stage", notes.stages.get(row.get("stage")));
        values.put("amount", new BigDecimal(row.get("amount")));
        values.put("startDate", today.plusDays(Long.parseLong(row.get("start"))));
        values.put("closeDate", today.plusDays(Long.parseLong(row.get("close"))));
        String due = row.getOrDefault("due", "");
        boolean open = due.matches("[0-9]+");
        values.put("nextActivityDate", open ? today.plusDays(Long.parseLong(due)) : null);
        values.put("nextActivity", row.get("next"));
        long id = records.create(OPPORTUNITY, values);
        for (int i = 0; i <= n % 2; i++) {
            notes.add("opportunity", id, owner, n * 3 + i, 1 + n % 7 + i * 5);
        }
        if (due.equals("W")) {
            opportunities.win(id);
        } else if (!open) {
            opportunities.lose(id, new LoseBody(notes.reasons.get(due.substring(due.indexOf(':') + 1)), null));
        }
        return id;
    }

    /** What was said, and the lists of the company. */
    private final class Notes {
        private final List<Map<String, String>> texts = TabbedTable.rows(CrmDemo.class, "/ASHLAR-INF/demo/notes.tsv");
        private final Map<String, Long> sources = codes("crm.source");
        private final Map<String, Long> reasons = codes("crm.lostReason");
        private final Map<String, Long> stages = codes("crm.stage");
        private int made;

        void add(String field, long id, Long author, int text, int daysAgo) {
            Map<String, String> chosen = texts.get(text % texts.size());
            ZoneId zone = companies.get(access.caller().companyId()).zone();
            Map<String, Object> values = new HashMap<>(chosen);
            values.put(field, id);
            values.put("author", author);
            LocalDate day = access.today().minusDays(daysAgo);
            day = day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue()));
            values.put("happenedAt", day.atTime(9 + made % 8, made % 4 * 15).atZone(zone).toInstant());
            values.put("clientKey", "demo-" + made++);
            records.create("crm.visit", values);
        }
    }

    private Map<String, Long> codes(String model) {
        Map<String, Long> ids = new HashMap<>();
        records.find(model, new Records.Query(null, null, "id", List.of("id", "code"), 0, 1000, false)).rows()
                .forEach(row -> ids.put((String) row.get("code"), ((Number) row.get("id")).longValue()));
        return ids;
    }

    /** A bridge may still be starting or the company may have other data: the record is then left out. */
    private <T> T attempt(Supplier<T> work) {
        try {
            return transactions.separate(work);
        } catch (Problem e) {
            LOG.info("Demo record left out: {} {}", e.code(), e.args());
            return null;
        }
    }
}
