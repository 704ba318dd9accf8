package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two companies with charts and currencies of their own trade; consolidated, nothing of that is left, and all columns are zero. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsolidationFlow {

    private static final int TURNS = 60;
    private static final String TRIAL = "/reports/finance.consolidatedTrialBalance.";

    private final Databases database;
    private LocalDate closing;
    private Tenant kiwi;
    private Tenant thai;
    private Api k;
    private Api t;
    private long thaiInKiwi;
    private Browser controller;

    ConsolidationFlow(Databases database) {
        this.database = database;
    }

    /** Kiwi buys at 60 dollars, sells five pieces to Thai at 90, and Thai sells them on for 12,000 baht. Rate 20, at closing 25. */
    @BeforeAll
    void givenATradeInTheBooksOfBoth() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        closing = today.plusDays(1);
        Assumptions.assumeTrue(closing.getYear() == today.getYear(), "results of today are those of another year tomorrow");
        char mark = database.name().charAt(0);
        kiwi = Tenant.create(Suites.on(database), "KIWI" + mark, "--currency NZD --country NZ --locale en --zone UTC --chart generic");
        thai = Tenant.create(Suites.on(database), "THAI" + mark, "--currency THB --country TH --locale en --zone UTC --chart cn");
        k = kiwi.admin();
        t = thai.admin();
        rate("2000-01-01", "20");
        rate(closing.toString(), "25");
        controller = new GroupController(kiwi, thai).at(kiwi);
        thaiInKiwi = partner(k, thai.id());
        long kiwiInThai = partner(t, kiwi.id());
        t.post("/purchasing-sales/rules", "{'partnerCompany':" + kiwi.id() + "}").expect(201);
        long piece = product(k);
        long same = product(t);
        k.post("/inventory/opening-stock", "{'product':" + piece + ",'location':" + k.get("/inventory/warehouses").expect(200).json()
                .path("rows").get(0).path("stockLocation").path("id").asLong() + ",'quantity':'10'}").expect(201);

        long sale = k.post("/sales/orders", "{'party':" + thaiInKiwi + ",'currency':'NZD','lines':[{'product':" + piece
                + ",'quantity':'5','unitPrice':'90'}]}").expect(201).id();
        k.post("/sales/orders/" + sale + "/confirm", "{}").expect(200);
        long purchase = t.get("/purchasing/orders?filter=party==" + kiwiInThai).expect(200).json().path("rows").get(0).path("id")
                .asLong();
        t.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(200);
        k.post("/sales/orders/" + sale + "/deliver", "{}").expect(200);
        t.post("/purchasing/orders/" + purchase + "/receive", "{}").expect(200);
        postInvoice(k, k.post("/sales/orders/" + sale + "/invoice", "{}"));
        postInvoice(t, t.post("/purchasing/orders/" + purchase + "/bill", "{'reference':'K-1'}"));

        long shop = t.post("/masters/parties", "{'name':'Shop','customer':true}").expect(201).id();
        long sold = t.post("/sales/orders", "{'party':" + shop + ",'lines':[{'product':" + same
                + ",'quantity':'5','unitPrice':'2400'}]}").expect(201).id();
        t.post("/sales/orders/" + sold + "/confirm", "{}").expect(200);
        t.post("/sales/orders/" + sold + "/deliver", "{}").expect(200);
        postInvoice(t, t.post("/sales/orders/" + sold + "/invoice", "{}"));
    }

    private void rate(String date, String rate) {
        k.post("/masters/currency-rates", "{'from':'NZD','to':'THB','date':'" + date + "','rate':'" + rate + "'}").expect(201);
    }

    private static long partner(Api api, long company) {
        return api.post("/masters/parties", "{'name':'Sister " + company + "','customer':true,'vendor':true,'partnerCompany':"
                + company + "}").expect(201).id();
    }

    private static long product(Api api) {
        return api.post("/masters/products", "{'code':'PIECE','name':'Piece','kind':'GOODS','unit':'EA','standardCost':'60'}")
                .expect(201).id();
    }

    private static void postInvoice(Api api, Answer drafted) {
        api.post("/finance/invoices/" + drafted.expect(200).json().path("result").path("id").asLong() + "/post", "{}").expect(200);
    }

    /** Sum, eliminations and consolidated amount by code, or by name where there is none. */
    private Map<String, List<String>> trial(String query) {
        JsonNode table = controller.get(TRIAL + "json?date=" + closing + query).expect(200).json();
        for (String column : List.of("sum", "eliminations", "consolidated")) {
            assertThat(table.path("totals").path(column).decimalValue()).as("%s of %s", column, table).isEqualByComparingTo("0");
        }
        Map<String, List<String>> lines = new HashMap<>();
        table.path("rows").forEach(row -> lines.put(row.path(row.path("code").isNull() ? "name" : "code").asText(),
                List.of(plain(row.path("sum")), plain(row.path("eliminations")), plain(row.path("consolidated")))));
        return lines;
    }

    private static String plain(JsonNode amount) {
        return amount.decimalValue().signum() == 0 ? "0" : amount.decimalValue().stripTrailingZeros().toPlainString();
    }

    @Test
    void anEntryThatIsPostedMeanwhileIsNotReadByHalves() throws InterruptedException {
        Api busy = Tenant.dollars(Suites.on(database), "BUSY" + database.name().charAt(0)).admin();
        JsonNode accounts = busy.get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&limit=2").expect(200).json()
                .path("rows");
        String entry = "{'lines':[{'account':" + accounts.get(0).path("id") + ",'debit':'5'},{'account':" + accounts.get(1).path("id")
                + ",'credit':'5'}]}";
        AtomicInteger posted = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> people = List.of(new Thread(() -> post(busy, entry, posted, stop)), new Thread(() -> post(busy, entry, posted, stop)));
        people.forEach(Thread::start);
        try {
            for (int turn = 0; turn < TURNS; turn++) {
                JsonNode total = busy.get(TRIAL + "json").expect(200).json().path("totals");
                assertThat(total.path("sum").decimalValue()).as("turn %d of %s", turn, total).isEqualByComparingTo("0");
                JsonNode lines = busy.get("/reports/finance.trialBalance.json?recomputed=true").expect(200).json().path("totals");
                assertThat(lines.path("debit").decimalValue()).as("turn %d of %s", turn, lines)
                        .isEqualByComparingTo(lines.path("credit").decimalValue());
            }
        } finally {
            stop.set(true);
            for (Thread one : people) {
                one.join();
            }
        }
        assertThat(posted.get()).as("entries posted meanwhile").isGreaterThan(TURNS / 6);
    }

    private static void post(Api api, String entry, AtomicInteger posted, AtomicBoolean stop) {
        while (!stop.get()) {
            api.post("/finance/postings", entry).expect(201);
            posted.incrementAndGet();
        }
    }

    @Test
    void nothingOfTheTradeIsLeftInEitherCurrency() {
        Map<String, List<String>> dollars = trial("");
        assertThat(dollars.get("1100")).as("450 and 12,000 baht of the shop at 25").containsExactly("930", "-450", "480");
        assertThat(dollars.get("2000")).as("9,000 baht at 25").containsExactly("-360", "360", "0");
        assertThat(dollars.get("4000")).as("450 and 12,000 baht at 20").containsExactly("-1050", "450", "-600");
        assertThat(dollars.get("5000")).as("300 and 9,000 baht at 20").containsExactly("750", "-450", "300");
        assertThat(dollars.get("1200")).containsExactly("300", "0", "300");
        assertThat(dollars.get("Currency translation differences")).containsExactly("30", "0", "30");
        assertThat(dollars.get("Exchange differences inside the group")).containsExactly("0", "90", "90");
        assertThat(dollars.keySet()).noneMatch(name -> name.startsWith("Difference in"));

        Map<String, List<String>> baht = trial("&currency=thb");
        assertThat(baht.get("1100")).containsExactly("23250", "-11250", "12000");
        assertThat(baht.get("2000")).containsExactly("-9000", "9000", "0");
        assertThat(baht.get("4000")).containsExactly("-21000", "9000", "-12000");
        assertThat(baht.get("5000")).containsExactly("15000", "-9000", "6000");

        JsonNode sheet = controller.get("/reports/finance.consolidationWorksheet.json?line=1100&date=" + closing).expect(200).json();
        assertThat(sheet.path("rows")).extracting(row -> row.path("company").asText() + " " + row.path("account").asText().split(" ")[0]
                + " " + plain(row.path("own")) + " " + plain(row.path("consolidated"))).containsExactly(
                        kiwi.code() + " 1100 450 0", thai.code() + " 1122 12000 480");
    }

    @Test
    void whatOnlyOneBookHasStandsInALineOfItsOwn() {
        String lines = "'lines':[{'accountCode':'1100','debit':'70','party':" + thaiInKiwi + "},{'accountCode':'4100','credit':'70',"
                + "'party':" + thaiInKiwi + "}]";
        String date = closing.minusDays(1).toString();
        long entry = k.post("/finance/postings", "{'date':'" + date + "'," + lines + "}").expect(201).id();
        Map<String, List<String>> found = trial("");
        assertThat(found.get("4100")).containsExactly("-70", "70", "0");
        assertThat(found.get("Difference in balances, " + kiwi.code() + " and " + thai.code()).get(2))
                .satisfies(left -> assertThat(new BigDecimal(left)).isPositive());
        assertThat(found.get("Difference in trade, " + kiwi.code() + " and " + thai.code()))
                .containsExactly("0", "-70", "-70");
        k.post("/finance/entries/" + entry + "/reverse", "{}").expect(200);
        assertThat(trial("").keySet()).noneMatch(name -> name.startsWith("Difference in"));
    }

    @Test
    void aGroupAccountNamesThePlaceInTheGroup() {
        JsonNode account = t.get("/finance/accounts?filter=code==6001").expect(200).json().path("rows").get(0);
        Answer moved = t.patch("/finance/accounts/" + account.path("id").asLong(), account.path("version").asLong(),
                "{'groupCode':'4100'}").expect(200);
        assertThat(trial("").get("4100")).containsExactly("-600", "0", "-600");
        t.patch("/finance/accounts/" + account.path("id").asLong(), moved.json().path("version").asLong(), "{'groupCode':null}")
                .expect(200);
    }

    @Test
    void onlyBooksThatTheCallerMayReadAreAddedUp() {
        Api here = kiwi.user("one-" + kiwi.code().toLowerCase(), "finance.viewer");
        JsonNode alone = here.get(TRIAL + "json?date=" + closing).expect(200).json();
        assertThat(alone.toString()).doesNotContain("Exchange differences", "480");
        Answer refused = here.get(TRIAL + "json?companies=" + kiwi.code() + "," + thai.code()).expect(422);
        assertThat(refused.code()).isEqualTo("finance.consolidation.company");
        assertThat(refused.text()).contains(thai.code()).doesNotContain(kiwi.code() + " whose");
        assertThat(k.get(TRIAL + "json?companies=" + thai.code()).status()).as("a token is for one company").isEqualTo(422);
        assertThat(controller.get(TRIAL + "json?currency=NOPE").status()).isEqualTo(422);
        assertThat(controller.get(TRIAL + "json?companies=" + thai.code() + "&date=" + closing).expect(200).text())
                .as("one company alone owes nobody in the group").doesNotContain("Exchange differences");
        assertThat(controller.get(TRIAL + "pdf?date=" + closing).expect(200).text()).startsWith("%PDF");
        assertThat(controller.get(TRIAL + "xlsx?date=" + closing).expect(200).text()).startsWith("PK");
    }
}
