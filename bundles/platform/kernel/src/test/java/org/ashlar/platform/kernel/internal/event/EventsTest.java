package org.ashlar.platform.kernel.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Outbound;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.TestServices;
import org.ashlar.platform.kernel.internal.id.SequenceIds;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.node.Node;
import org.ashlar.platform.kernel.internal.node.NodeLink;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

class EventsTest {

    @Outbound("test.shipped")
    record Shipped(long id, LocalDate on) {
    }

    @Outbound(value = "test.touched", durable = false)
    record Touched(long id) {
    }

    private final TestDatabase database = TestDatabase.migrated();
    private final Jdbc jdbc = new Jdbc(database.plain);
    private final TestServices services = new TestServices();
    private final List<Event> delivered = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final OutboxDispatcher dispatcher = new OutboxDispatcher(services.context(), Clock.systemUTC(), database.plain,
            null);
    private final DefaultEvents events = new DefaultEvents(services.context(), database.transactions, database.manager,
            new SequenceIds(database.plain, database.isPostgresql()), Clock.systemUTC(), dispatcher,
            new NodeLink(services.context(), new Node("test", database.plain, Clock.systemUTC(), null), database.transactions, null),
            database.jta);

    @AfterEach
    void close() throws InterruptedException {
        events.stop();
        dispatcher.stop();
        database.close();
    }

    @Test
    void handlersRunInTheTransactionByRankAndMayVeto() {
        handler("low", 1);
        handler("high", 10);
        database.transactions.run(() -> events.publish(new Shipped(1, LocalDate.EPOCH)));
        assertThat(heard).containsExactly("high 1", "low 1");

        services.register(DomainEventHandler.class, (DomainEventHandler<Shipped>) e -> {
            throw Problem.rule("id", "test.veto");
        }, Map.of("ashlar.handles", Shipped.class.getName(), Constants.SERVICE_RANKING, 5));
        assertThatThrownBy(() -> database.transactions.run(() -> events.publish(new Shipped(2, LocalDate.EPOCH))))
                .isInstanceOf(Problem.class);
        assertThat(heard).containsExactly("high 1", "low 1", "high 2");
        assertThat(rows("")).isEqualTo(1);
    }

    @Test
    void outsideATransactionNothingIsPublished() {
        assertThatThrownBy(() -> events.publish(new Touched(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void committedEventsAreStoredDeliveredInOrderAndMarked() throws InterruptedException {
        listen();
        database.transactions.run(() -> {
            events.publish(new Shipped(1, LocalDate.of(2026, 2, 3)));
            events.publish(new Touched(9));
            events.publish(new Shipped(2, LocalDate.of(2026, 2, 4)));
        });
        await(3);
        assertThat(delivered).filteredOn(e -> e.getTopic().equals("ashlar/test/shipped"))
                .extracting(e -> e.getProperty("json"))
                .containsExactly("{\"id\":1,\"on\":\"2026-02-03\"}", "{\"id\":2,\"on\":\"2026-02-04\"}");
        waitUntilMarked(2);
        assertThat(rows("")).as("the volatile one costs no row").isEqualTo(2);
    }

    @Test
    void whatRollsBackLeavesNothing() {
        listen();
        assertThatThrownBy(() -> database.transactions.run(() -> {
            events.publish(new Shipped(1, LocalDate.EPOCH));
            throw new IllegalArgumentException("no");
        })).hasMessage("no");
        assertThat(rows("")).isZero();
        assertThat(delivered).isEmpty();
    }

    @Test
    void whatACrashLeftIsDeliveredLater() throws InterruptedException {
        database.transactions.run(() -> events.publish(new Shipped(5, LocalDate.EPOCH)));
        Thread.sleep(100);
        assertThat(rows("WHERE delivered_at IS NULL")).as("no EventAdmin yet").isEqualTo(1);
        listen();
        new OutboxRecovery(dispatcher, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1))).run();
        assertThat(delivered).hasSize(1);
        assertThat(delivered.get(0).getProperty("json")).isEqualTo("{\"id\":5,\"on\":\"1970-01-01\"}");
        assertThat(rows("WHERE delivered_at IS NULL")).isZero();
    }

    private void listen() {
        EventAdmin admin = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                delivered.add(event);
            }

            @Override
            public void sendEvent(Event event) {
                delivered.add(event);
            }
        };
        services.register(EventHandler.class, e -> { }, Map.of(EventConstants.EVENT_TOPIC, "ashlar/*"));
        services.register(EventAdmin.class, admin, Map.of());
    }

    private void handler(String name, int rank) {
        services.register(DomainEventHandler.class, (DomainEventHandler<Shipped>) e -> heard.add(name + " " + e.id()),
                Map.of("ashlar.handles", Shipped.class.getName(), Constants.SERVICE_RANKING, rank));
    }

    private void await(int count) throws InterruptedException {
        for (int i = 0; i < 200 && delivered.size() < count; i++) {
            Thread.sleep(10);
        }
        assertThat(delivered).hasSize(count);
    }

    private void waitUntilMarked(int count) throws InterruptedException {
        for (int i = 0; i < 200 && rows("WHERE delivered_at IS NOT NULL") < count; i++) {
            Thread.sleep(10);
        }
        assertThat(rows("WHERE delivered_at IS NOT NULL")).isEqualTo(count);
    }

    private int rows(String where) {
        return jdbc.first("SELECT COUNT(*) FROM platform_outbox " + where, row -> row.getInt(1)).orElseThrow();
    }
}
