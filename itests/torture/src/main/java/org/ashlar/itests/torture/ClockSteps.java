package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;

/** R12: the clock crosses the end of a year, summer time begins and ends, and it is set forth and back, in three zones. */
final class ClockSteps implements Trial {

    private static final Map<String, ZoneId> ZONES = new LinkedHashMap<>();
    /** Around midnight in each zone, at the end of the year and where a day in New York has 23 or 25 hours. */
    private static final List<Instant> MIDNIGHTS = times("2026-12-31T09:59:30Z", "2026-12-31T10:00:10Z", "2026-12-31T23:59:30Z",
            "2027-01-01T00:00:10Z", "2027-01-01T04:59:30Z", "2027-01-01T05:00:10Z", "2027-01-01T10:59:30Z", "2027-01-01T11:00:10Z",
            "2027-03-14T04:59:30Z", "2027-03-14T05:00:10Z", "2027-03-15T03:59:30Z", "2027-03-15T04:00:10Z", "2027-11-07T03:59:30Z",
            "2027-11-07T04:00:10Z", "2027-11-08T04:59:30Z", "2027-11-08T05:00:10Z");
    /** In New York summer time begins on 14 March 2027 at 02:00 and ends on 7 November 2027 at 02:00. */
    private static final List<Instant> NIGHTS = times("2027-03-13T06:40:00Z", "2027-03-13T07:40:00Z", "2027-03-14T06:20:00Z",
            "2027-03-14T06:40:00Z", "2027-03-14T07:05:00Z", "2027-03-15T05:40:00Z", "2027-03-15T06:40:00Z",
            "2027-11-06T03:30:00Z", "2027-11-06T05:40:00Z", "2027-11-06T06:40:00Z", "2027-11-07T04:30:00Z", "2027-11-07T05:40:00Z", "2027-11-07T06:10:00Z",
            "2027-11-07T06:40:00Z", "2027-11-07T07:40:00Z", "2027-11-08T06:20:00Z", "2027-11-08T06:40:00Z", "2027-11-08T07:40:00Z");
    private static final Instant FAR = Instant.parse("2030-01-05T07:30:00Z");
    private static final Instant BACK = Instant.parse("2027-11-10T12:00:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2027-11-11T07:30:00Z");

    static {
        ZONES.put("NYC", ZoneId.of("America/New_York"));
        ZONES.put("KIR", ZoneId.of("Pacific/Kiritimati"));
        ZONES.put("PAGO", ZoneId.of("Pacific/Pago_Pago"));
    }

    @Override
    public String name() {
        return "r12";
    }

    @Override
    public String title() {
        return "clock steps, summer time, end of year, zones +14 and -11: business dates right, jobs once";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        Map<String, String> environment = ground.fresh("ashlar_clock");
        String name = "clock-" + ground.database().name().toLowerCase(Locale.ROOT);
        try (SteppedClock clock = new SteppedClock()) {
            environment.put("EXTRA_JAVA_OPTS", clock.option());
            try (Instance instance = Instance.unpack(name, environment)) {
                instance.start();
                Map<String, Api> companies = new LinkedHashMap<>();
                ZONES.forEach((code, zone) -> companies.put(code, Tenant.create(instance, code,
                        "--currency USD --country US --locale en --zone " + zone + " --chart generic").admin()));
                dates(clock, companies, report);
                nights(clock, companies.get("NYC"), report);
                steps(clock, companies.get("NYC"), report);
                report.atMost("breaches of the auditor", companies.values().stream().mapToInt(Ground::breaches).sum(), 0, "");
            }
        }
    }

    /** Documents without a date get the day of their company, and the number of its year. */
    private static void dates(SteppedClock clock, Map<String, Api> companies, Report report) {
        int documents = 0;
        int wrong = 0;
        Map<String, Long> customers = new HashMap<>();
        Map<String, List<Long>> accounts = new HashMap<>();
        companies.forEach((code, api) -> accounts.put(code, Ground.accounts(api, 2)));
        companies.forEach((code, api) -> customers.put(code, api.post("/masters/parties", "{'name':'Dated','customer':true}")
                .expect(201).id()));
        // What happens once a day, and a company of today has not seen yet.
        List.of("masters.fiscalYears", "finance.upcomingPeriods").forEach(task -> clock.run(companies.get("NYC"), List.of(task)));
        for (Instant moment : MIDNIGHTS) {
            for (Map.Entry<String, Api> company : companies.entrySet()) {
                clock.set(moment);
                Api api = company.getValue();
                LocalDate day = moment.atZone(ZONES.get(company.getKey())).toLocalDate();
                long entry = api.post("/finance/postings", Ground.entry(accounts.get(company.getKey()), "d", "1")).expect(201).id();
                Answer draft = api.post("/finance/invoices", "{'kind':'CUSTOMER_INVOICE','party':" + customers.get(company.getKey())
                        + ",'lines':[{'text':'x','quantity':'1','unitPrice':'1'}]}").expect(201);
                Answer invoice = api.post("/finance/invoices/" + draft.id() + "/post", "{}");
                for (Answer made : List.of(api.get("/finance/entries/" + entry), invoice)) {
                    documents++;
                    if (!made.json().path("date").asText().equals(day.toString())
                            || !made.json().path("number").asText().contains("-" + day.getYear() + "-")) {
                        wrong++;
                        System.out.println(company.getKey() + " at " + moment + ", which is " + day + ": " + made.text());
                    }
                }
            }
        }
        report.did("documents around midnight in 3 zones", documents, "");
        report.atMost("documents with the day or the year of another zone", wrong, 0, "");
    }

    /** Rules at half past one and half past two, hours which some nights lack and others have twice. */
    private static void nights(SteppedClock clock, Api api, Report report) {
        ZoneId zone = ZONES.get("NYC");
        clock.strike(api, NIGHTS.get(0).minus(Duration.ofHours(2)));
        for (String at : List.of("01:30", "02:30")) {
            api.post("/platform/automation-rules", "{'code':'r12." + at.replace(':', '.') + "','title':'Nightly','model':'masters.party',"
                    + "'trigger':'SCHEDULE','every':'DAILY','atTime':'" + at + "','condition':'name==Nightly*','actions':[{'kind':"
                    + "'COMMENT','text':'at " + at + "'}]}").expect(201);
        }
        Set<Instant> audited = new TreeSet<>();
        // Rules that were never seen begin with their next strike.
        clock.strike(api, NIGHTS.get(0).minus(Duration.ofHours(1)));
        int born = 0;
        for (Instant moment : NIGHTS) {
            api.post("/masters/parties", "{'name':'Nightly " + ++born + "'}").expect(201);
            clock.strike(api, moment);
            String ran = api.get("/operations/auditor").expect(200).json().path("ranAt").asText(null);
            if (ran != null) {
                audited.add(Instant.parse(ran));
            }
        }
        Map<String, Integer> strikes = new HashMap<>();
        Set<String> days = new TreeSet<>();
        for (JsonNode run : all(api, "/platform/automation-runs?fields=id,rule,record,startedAt&sort=id&filter=scheduled==true")) {
            LocalDate day = Instant.parse(run.path("startedAt").asText()).atZone(zone).toLocalDate();
            strikes.merge(run.path("rule").path("id").asLong() + " " + run.path("record").asLong() + " " + day, 1, Integer::sum);
            days.add(run.path("rule").path("id").asLong() + " " + day);
        }
        long walked = NIGHTS.stream().map(t -> t.atZone(zone).toLocalDate()).distinct().count();
        strikes.forEach((strike, times) -> System.out.print(times > 1 ? strike + ": " + times + " times\n" : ""));
        report.did("runs of nightly rules, for one record each", strikes.size(), "");
        report.atMost("runs repeated in the same night", strikes.values().stream().filter(n -> n > 1).count(), 0, "");
        report.atMost("nights that a rule left out", 2 * walked - days.size(), 0, "");
        report.atMost("nights audited twice", audited.size() - audited.stream().map(t -> t.atZone(zone).toLocalDate()).distinct()
                .count(), 0, "");
        report.atLeast("nights audited (of " + walked + ")", audited.stream().map(t -> t.atZone(zone).toLocalDate()).distinct().count(),
                walked, "");
    }

    private static void steps(SteppedClock clock, Api api, Report report) {
        long customer = api.post("/masters/parties", "{'name':'Due','customer':true}").expect(201).id();
        clock.strike(api, BACK.minus(Duration.ofDays(1)));
        long rule = api.post("/platform/automation-rules", "{'code':'r12.due','title':'Due','model':'finance.invoice','trigger':"
                + "'SCHEDULE','every':'DATE','dateField':'dueDate','atTime':'00:00','actions':[{'kind':'COMMENT','text':'due'}]}")
                .expect(201).id();
        api.post("/finance/invoices", "{'kind':'CUSTOMER_INVOICE','party':" + customer + ",'date':'2027-11-11','dueDate':'2027-11-11',"
                + "'lines':[{'text':'x','quantity':'1','unitPrice':'1'}]}").expect(201);
        clock.strike(api, FAR);
        clock.set(BACK);
        report.atMost("set back by 26 months: tasks go on after", clock.byItself(api, "platform.automation", BACK), 60, "s");
        clock.strike(api, NEXT_NIGHT);
        report.atLeast("then due on its day: found by its rule", all(api, "/platform/automation-runs?fields=id&sort=id&filter=rule=="
                + rule).size(), 1, "");
        String ran = api.get("/operations/auditor").expect(200).json().path("ranAt").asText("");
        report.atLeast("then the night is audited", ran.startsWith("2027-11-11") ? 1 : 0, 1, "");
        swaying(clock, api, report);
    }

    /** People post while the clock goes to and fro over midnight. */
    private static void swaying(SteppedClock clock, Api api, Report report) {
        List<Long> accounts = Ground.accounts(api, 2);
        AtomicInteger posted = new AtomicInteger();
        ConcurrentLinkedQueue<String> odd = new ConcurrentLinkedQueue<>();
        try (Crowd crowd = new Crowd(4, (client, turn) -> {
            Answer answer = api.post("/finance/postings", Ground.entry(accounts, "sway" + client + "." + turn, "1"));
            if (answer.status() == 201) {
                posted.incrementAndGet();
            } else {
                odd.add(answer.text());
            }
        })) {
            for (int i = 0; i < 8; i++) {
                clock.set(Instant.parse(i % 2 == 0 ? "2027-11-12T05:20:00Z" : "2027-11-12T04:40:00Z"));
            }
        }
        odd.stream().limit(3).forEach(System.out::println);
        List<String> days = new ArrayList<>();
        all(api, "/finance/entries?fields=id,date&sort=id&filter=reference==sway*").forEach(e -> days.add(e.path("date").asText()));
        long elsewhere = days.stream().filter(d -> !d.equals("2027-11-11") && !d.equals("2027-11-12")).count();
        Numbers numbers = Numbers.of(Ground.entries(api).values());
        report.did("entries posted while the clock went to and fro", posted.get(), "");
        report.atMost("refused, lost or with another day", odd.size() + posted.get() - days.size() + elsewhere, 0, "");
        report.atMost("numbers twice or missing", numbers.duplicates() + numbers.gaps(), 0, "");
    }

    private static List<JsonNode> all(Api api, String path) {
        List<JsonNode> found = new ArrayList<>();
        for (long after = 0;;) {
            JsonNode rows = api.get(path + (path.contains("filter=") ? ";" : "&filter=") + "id=gt=" + after + "&limit=500").expect(200)
                    .json().path("rows");
            for (JsonNode row : rows) {
                after = row.path("id").asLong();
                found.add(row);
            }
            if (rows.size() < 500) {
                return found;
            }
        }
    }

    private static List<Instant> times(String... moments) {
        return Stream.of(moments).map(Instant::parse).toList();
    }
}
