package org.ashlar.platform.kernel.internal.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.node.ThisNode;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * This node among the nodes of one database. A node counts as dead when its beat has not changed for a while by the
 * observer's own monotonic time, so neither wrong clocks nor clock steps take work away from a living node. The name stays
 * the same over restarts: a starting node may take back at once what it held before.
 */
@Component(service = {Node.class, ThisNode.class})
public final class Node implements ThisNode {

    /** Whether this is the copy of a rehearsal: tasks and jobs are in its tables, but the real installation does them. */
    public static final boolean REHEARSAL = Boolean.parseBoolean(System.getenv("ASHLAR_REHEARSAL"));

    /** Pause between two beats. */
    public static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(25);

    private final String name;
    private final Jdbc jdbc;
    private final Clock clock;
    private final Map<String, Observation> observed = new HashMap<>();
    private final ScheduledFuture<?> beating;
    private long beat;

    @Activate
    public Node(BundleContext context, @Reference Ticker ticker, @Reference Clock clock,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") ModuleReady tables) {
        this(nameOf(System.getenv("ASHLAR_NODE"), context.getProperty("karaf.data")), plain, clock, ticker);
    }

    /** For tests without a framework; {@code ticker} may be {@code null}. */
    public Node(String name, DataSource plain, Clock clock, Ticker ticker) {
        this.name = name;
        this.clock = clock;
        jdbc = new Jdbc(plain);
        beating = ticker == null ? null : ticker.every(BEAT, "This node could not say that it lives", this::beat);
    }

    @Deactivate
    void stop() {
        beating.cancel(false);
    }

    private static String nameOf(String given, String data) {
        if (given != null && !given.isBlank()) {
            return given.trim();
        }
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return host + "-" + Integer.toHexString(String.valueOf(data).hashCode());
    }

    /** Name of this node, which is known to the others as living from the first call on. */
    @Override
    public synchronized String name() {
        if (beat == 0) {
            beat();
        }
        return name;
    }

    @Override
    public boolean rehearsal() {
        return REHEARSAL;
    }

    private synchronized void beat() {
        long next = beat == 0 ? clock.millis() : beat + 1;
        if (jdbc.update("UPDATE platform_node SET beat = ?, seen_at = ? WHERE name = ?", next, clock.instant(), name) == 0) {
            jdbc.update("INSERT INTO platform_node (name, beat, seen_at) VALUES (?, ?, ?)", name, next, clock.instant());
        }
        beat = next;
    }

    /** Of these nodes, those that live as far as this one can tell; itself among them. */
    public synchronized Set<String> living(Set<String> names) {
        Set<String> others = names.stream().filter(n -> !n.equals(name)).collect(Collectors.toSet());
        if (others.isEmpty()) {
            return names;
        }
        Map<String, Long> beats = new HashMap<>();
        jdbc.query("SELECT name, beat FROM platform_node", row -> beats.put(row.getString(1), row.getLong(2)));
        long now = System.nanoTime();
        return names.stream().filter(n -> n.equals(name) || lives(n, beats.get(n), now)).collect(Collectors.toSet());
    }

    private boolean lives(String node, Long latest, long now) {
        if (latest == null) {
            return false;
        }
        Observation before = observed.get(node);
        if (before == null || before.beat() != latest) {
            observed.put(node, new Observation(latest, now));
            return true;
        }
        return now - before.since() < DEAD_AFTER.toNanos();
    }

    private record Observation(long beat, long since) {
    }
}
