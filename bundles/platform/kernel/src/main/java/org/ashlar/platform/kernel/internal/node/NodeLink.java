package org.ashlar.platform.kernel.internal.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Item;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Kind;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.node.OtherNodes;
import org.ashlar.platform.node.Signals;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's line to the others: one thread sends what was committed here, one hears what was committed there. A node that
 * is alone sends nothing but a sign of life every ten seconds. Whenever something may have been missed (the line was lost, a
 * queue was full, a node was silent for long) caches are emptied and browsers told to read anew. Thread-safe.
 */
@Component(service = {NodeLink.class, OtherNodes.class}, immediate = true)
public final class NodeLink implements OtherNodes {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLink.class);
    private static final int QUEUE = 20_000;
    private static final int BATCH = 1_000;
    private static final int TOLD = 2_000;
    private static final long LIFE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long DEAF_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Duration SLICE = Duration.ofMillis(500);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Transactions transactions;
    private final NodeNews news;
    private final Whiteboard<Signals> signals;
    private final String self;
    private final Peers peers = new Peers();
    private final BlockingQueue<Supplier<Item>> queue = new LinkedBlockingQueue<>(QUEUE);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean unsent;
    private volatile boolean stopping;

    /** By injection. */
    @Activate
    public NodeLink(BundleContext context, @Reference Node node, @Reference Transactions transactions, @Reference NodeNews news) {
        this.transactions = transactions;
        this.news = news;
        signals = Whiteboard.of(context, Signals.class);
        // A node that starts anew under its old name is another one: it knows nothing of what was said before.
        self = node.name() + "#" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        signals.first().ifPresent(line -> {
            begin("ashlar-nodes-out", () -> send(line));
            begin("ashlar-nodes-in", () -> listen(line));
        });
    }

    private void begin(String name, Runnable work) {
        Thread thread = Threads.named(name).newThread(work);
        threads.add(thread);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(3));
        }
        signals.close();
    }

    @Override
    public boolean any() {
        return peers.any();
    }

    @Override
    public void tell(String topic, String text) {
        if (text.length() > TOLD) {
            throw new IllegalArgumentException("Longer than can be told: " + topic);
        }
        if (transactions.active()) {
            transactions.afterCommit(() -> offer(() -> new NodeMessage.Told(topic, text)));
        } else {
            offer(() -> new NodeMessage.Told(topic, text));
        }
    }

    /** Takes what is committed; made into a signal on the sender's thread. */
    public void offer(Supplier<Item> item) {
        if (any() && !queue.offer(item)) {
            unsent = true;
        }
    }

    private void send(Signals line) {
        List<Supplier<Item>> batch = new ArrayList<>();
        while (!stopping) {
            try {
                Supplier<Item> first = queue.poll(SLICE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                }
                if (!batch.isEmpty() || unsent) {
                    send(line, batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            batch.clear();
        }
    }

    private void send(Signals line, List<Supplier<Item>> batch) {
        boolean before = unsent;
        unsent = false;
        try {
            List<String> texts = new ArrayList<>(NodeMessage.pack(self, batch.stream().map(Supplier::get).map(news::portable)
                    .toList()));
            if (before) {
                texts.add(NodeMessage.of(self, Kind.MISSED, null));
            }
            line.send(texts);
        } catch (RuntimeException e) {
            unsent = true;
            if (!before) {
                LOG.warn("The other nodes do not hear this one, they will read everything anew: {}", e.getMessage());
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private void listen(Signals signal) {
        boolean failing = false;
        while (!stopping) {
            try (Signals.Line line = signal.open()) {
                news.missed();
                signal.send(List.of(NodeMessage.of(self, Kind.HELLO, null)));
                if (failing) {
                    LOG.info("This node hears the others again");
                }
                failing = false;
                hear(signal, line);
            } catch (RuntimeException e) {
                if (!failing && !stopping) {
                    LOG.warn("This node does not hear the others and tries again: {}", e.getMessage());
                }
                failing = true;
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
        try {
            signal.send(List.of(NodeMessage.of(self, Kind.BYE, null)));
        } catch (RuntimeException gone) {
            LOG.debug("The others find out by themselves", gone);
        }
    }

    private void hear(Signals signal, Signals.Line line) {
        long sent = System.nanoTime();
        long echo = sent;
        while (!stopping) {
            for (String text : line.await(SLICE)) {
                if (understood(signal, text)) {
                    echo = System.nanoTime();
                }
            }
            long now = System.nanoTime();
            if (now - sent > LIFE_NANOS) {
                sent = now;
                peers.expire(now);
                signal.send(List.of(NodeMessage.of(self, Kind.HERE, null)));
            }
            if (now - echo > DEAF_NANOS) {
                throw new IllegalStateException("the line is dead; behind a pool of connections it must be one per session");
            }
        }
    }

    /** Acts on a text; whether it was this node's own, which proves that the line lives. */
    private boolean understood(Signals signal, String text) {
        NodeMessage message;
        try {
            message = NodeMessage.read(text);
        } catch (IllegalArgumentException other) {
            LOG.debug("Not understood: {}", text, other);
            return false;
        }
        if (message.node().equals(self)) {
            return true;
        }
        if (message.kind() == Kind.BYE) {
            peers.gone(message.node());
            return false;
        }
        if (peers.heard(message.node(), System.nanoTime()) || message.kind() == Kind.HELLO) {
            // Until now nothing was sent to it, so it is told to begin anew.
            signal.send(List.of(NodeMessage.of(self, Kind.WELCOME, message.node())));
        }
        if (message.kind() == Kind.MISSED || message.kind() == Kind.WELCOME && self.equals(message.to())) {
            news.missed();
        }
        news.happened(message.items());
        return false;
    }
}
