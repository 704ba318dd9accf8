package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ashlar.inventory.internal.domain.CostEvent;
import org.ashlar.inventory.internal.domain.CostMethod;
import org.ashlar.itests.support.Answer;

/** R8: goods move in any order of their dates and are worth the same as in order, in the rules and as people enter them. */
final class AnyOrder implements Trial {

    private static final int MOVES = 60;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 2);

    /** A movement of one day. */
    private record Move(int day, int quantity, String cost) {
    }

    @Override
    public String name() {
        return "r8";
    }

    @Override
    public String title() {
        return "moves entered in random order of date value the same as sorted";
    }

    @Override
    public void run(Ground ground, Report report) {
        int size = ground.size(10_000, 1_000);
        int differing = 0;
        for (CostMethod method : CostMethod.values()) {
            List<CostEvent> events = CostBook.history(new Random(size), size);
            CostBook sorted = new CostBook(method);
            events.forEach(sorted::enter);
            Collections.shuffle(events, new Random(1));
            CostBook mixed = new CostBook(method);
            events.forEach(mixed::enter);
            Map<String, BigDecimal> left = mixed.worth();
            differing += left.equals(sorted.worth()) ? 0 : 1;
        }
        report.did("moves of one product through the rules, 3 methods", 3.0 * size, "");
        report.atMost("methods that end at other values", differing, 0, "");
        entered(ground, report);
    }

    private void entered(Ground ground, Report report) {
        int pairs = ground.size(84, 3);
        Random random = new Random(8);
        long vendors = place(ground, "VENDOR");
        long customers = place(ground, "CUSTOMER");
        int moves = 0;
        int other = 0;
        for (int pair = 0; pair < pairs; pair++) {
            CostMethod method = CostMethod.values()[pair % CostMethod.values().length];
            List<Move> sorted = moves(random);
            long first = product(ground, method, "S" + pair);
            long second = product(ground, method, "M" + pair);
            sorted.forEach(m -> enter(ground, first, m, vendors, customers));
            possible(sorted, random).forEach(m -> enter(ground, second, m, vendors, customers));
            moves += 2 * sorted.size();
            for (int day : new int[] {MOVES, 2 * MOVES, 4 * MOVES, 5 * MOVES}) {
                if (!worth(ground, first, day).equals(worth(ground, second, day))) {
                    System.out.println(method + ", day " + day + ": " + worth(ground, first, day) + " " + worth(ground, second, day));
                    other++;
                }
            }
        }
        report.did("moves entered over REST", moves, "");
        report.did("days on which value was compared", 4.0 * pairs, "");
        report.atMost("days with other quantity or value", other, 0, "");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }

    /** By date, each on a day of its own; stock never falls below zero. */
    private static List<Move> moves(Random random) {
        List<Move> moves = new ArrayList<>();
        int there = 0;
        for (int i = 0; i < MOVES; i++) {
            int day = i * 5 + random.nextInt(5);
            if (there > 0 && random.nextInt(5) < 3) {
                int part = random.nextInt(4) == 0 ? there : 1 + random.nextInt(there);
                moves.add(new Move(day, -part, null));
                there -= part;
            } else {
                int quantity = 1 + random.nextInt(90);
                moves.add(new Move(day, quantity, BigDecimal.valueOf(1 + random.nextInt(99_999), 4).toPlainString()));
                there += quantity;
            }
        }
        return moves;
    }

    /** A random order in which nobody takes what has not been entered. */
    private static List<Move> possible(List<Move> sorted, Random random) {
        List<Move> left = new ArrayList<>(sorted);
        List<Move> order = new ArrayList<>();
        int there = 0;
        while (!left.isEmpty()) {
            int now = there;
            List<Move> possible = left.stream().filter(m -> now + m.quantity >= 0).toList();
            Move next = possible.get(random.nextInt(possible.size()));
            left.remove(next);
            order.add(next);
            there += next.quantity;
        }
        return order;
    }

    private static void enter(Ground ground, long product, Move move, long vendors, long customers) {
        boolean in = move.quantity > 0;
        String date = FIRST.plusDays(move.day).toString();
        long transfer = ground.api().post("/inventory/transfers", "{'kind':'" + (in ? "RECEIPT" : "DELIVERY") + "','date':'" + date
                + "','fromLocation':" + (in ? vendors : ground.location()) + ",'toLocation':" + (in ? ground.location() : customers)
                + ",'lines':[{'product':" + product + ",'quantity':'" + Math.abs(move.quantity) + "'"
                + (in ? ",'unitCost':'" + move.cost + "'" : "") + "}]}").expect(201).id();
        Answer done = ground.api().post("/inventory/transfers/" + transfer + "/complete", "{'date':'" + date + "'}");
        done.expect(200);
    }

    private static String worth(Ground ground, long product, int day) {
        JsonNode rows = ground.api().get("/reports/inventory.valuation.json?product=" + product + "&date=" + FIRST.plusDays(day))
                .expect(200).json().path("rows");
        return Stream.of("quantity", "value").map(f -> rows.path(0).path(f).decimalValue().stripTrailingZeros().toPlainString())
                .toList().toString();
    }

    private static long product(Ground ground, CostMethod method, String code) {
        return ground.api().post("/masters/products", "{'code':'R8-" + code + "','name':'" + code + "','kind':'GOODS','unit':'EA',"
                + "'standardCost':'2.3456','costMethod':'" + method + "'}").expect(201).id();
    }

    private static long place(Ground ground, String kind) {
        return ground.api().get("/inventory/locations?filter=kind==" + kind + "&limit=1").expect(200).json().path("rows").get(0)
                .path("id").asLong();
    }
}
