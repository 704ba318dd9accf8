package org.ashlar.platform.mail.internal.out;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.internal.domain.Backoff;
import org.ashlar.platform.mail.internal.store.NodeName;
import org.ashlar.platform.settings.Settings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due on a thread of its own, at once after a commit on this node and every five seconds. A
 * mail is sent again only while it is certain that it has not left; where that cannot be known (a crash or a broken
 * connection between the end of the text and the server's answer) it becomes UNCERTAIN and waits for a person, unless the
 * setting {@code mail.uncertain} is {@code resend}. Thread-safe.
 */
@Component(service = Sender.class, immediate = true)
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int BATCH = 50;
    private static final int STOP_SECONDS = 5;
    private static final int LOOK_SECONDS = 5;
    /** The copy of a rehearsal holds the real queue, whose mails the real installation sends. */
    private static final boolean REHEARSAL = Boolean.parseBoolean(System.getenv("ASHLAR_REHEARSAL"));

    private final Outbox outbox;
    private final MailServers servers;
    private final Access access;
    private final Settings settings;
    private final Clock clock;
    private final SendFailures failures;
    private final String node;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "ashlar-mail");
        made.setDaemon(true);
        return made;
    });
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean stopping;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Sender(BundleContext context, @Reference Outbox outbox, @Reference MailServers servers, @Reference Access access,
            @Reference Settings settings, @Reference Clock clock, @Reference SendFailures failures,
            @Reference(target = "(ashlar.module=mail)") DataSource migrated) {
        this.outbox = outbox;
        this.servers = servers;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        this.failures = failures;
        // The same after a restart, so that what a crash left is known as this node's.
        node = NodeName.of(context);
        thread.execute(() -> guarded(() -> outbox.recover(node)));
        // Every node looks by itself, so that mails go on at once when another node dies.
        thread.scheduleWithFixedDelay(() -> guarded(() -> {
            outbox.recover(null);
            drain();
        }), 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("A mail is still being sent");
        }
    }

    /** Looks for due mails soon. */
    public void wake() {
        if (!stopping && asked.compareAndSet(false, true)) {
            try {
                thread.execute(() -> guarded(this::drain));
            } catch (RejectedExecutionException ending) {
                asked.set(false);
            }
        }
    }

    private void guarded(Runnable work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The mail classes find their handlers through the thread's class loader.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try {
            access.as(access.system(0), () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("Mails wait: {}", e.getMessage());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void drain() {
        asked.set(false);
        if (REHEARSAL) {
            return;
        }
        Map<Long, SmtpLink> links = new HashMap<>();
        Set<Long> away = new HashSet<>();
        try {
            List<long[]> due = outbox.due(BATCH);
            while (!due.isEmpty()) {
                int before = away.size();
                int tried = 0;
                for (long[] mail : due) {
                    if (stopping) {
                        return;
                    }
                    if (!away.contains(mail[1])) {
                        tried++;
                        access.as(access.system(mail[1]), () -> {
                            one(mail[0], links, away);
                            return null;
                        });
                    }
                }
                due = tried > 0 && away.size() == before ? outbox.due(BATCH) : List.of();
            }
        } finally {
            links.values().forEach(SmtpLink::close);
        }
    }

    private void one(long id, Map<Long, SmtpLink> links, Set<Long> away) {
        String lease = node + "/" + UUID.randomUUID();
        Outgoing mail = outbox.take(id, lease).orElse(null);
        if (mail == null) {
            return;
        }
        ServerAccount server = servers.of(mail.companyId()).orElse(null);
        if (server == null) {
            away.add(mail.companyId());
            later(mail, lease, "No active mail server");
            return;
        }
        SmtpLink link;
        try {
            link = connect(server, mail.companyId(), links);
        } catch (MessagingException e) {
            away.add(mail.companyId());
            later(mail, lease, (e instanceof AuthenticationFailedException ? "Sign-in at " : "No connection to ") + server
                    + ": " + e.getMessage());
            return;
        }
        send(mail, lease, server, link);
    }

    private static SmtpLink connect(ServerAccount server, long company, Map<Long, SmtpLink> links) throws MessagingException {
        SmtpLink link = links.get(company);
        if (link == null || !link.connected()) {
            link = new SmtpLink(server);
            links.put(company, link);
        }
        return link;
    }

    private void send(Outgoing mail, String lease, ServerAccount server, SmtpLink link) {
        MimeMessage message;
        try {
            message = MessageText.build(link.session(), mail, server, clock.instant());
        } catch (MessagingException e) {
            failed(mail, lease, e.getMessage());
            return;
        }
        try {
            link.send(message, () -> outbox.handOver(mail.id(), lease));
            outbox.sent(mail.id(), lease);
        } catch (SmtpLink.Lost e) {
            link.close();
            if ("resend".equals(settings.get("mail.uncertain", "hold"))) {
                later(mail, lease, e.getMessage());
            } else {
                outbox.ended(mail.id(), lease, "UNCERTAIN", e.getMessage());
                failures.tell(mail.id(), e.getMessage());
            }
        } catch (MessagingException e) {
            if (link.refused()) {
                failed(mail, lease, SendFailures.words(e));
            } else {
                later(mail, lease, SendFailures.words(e));
            }
            link.close();
        }
    }

    private void later(Outgoing mail, String lease, String problem) {
        Instant now = clock.instant();
        if (outbox.triedFrom(mail.id()).plus(Duration.ofHours(hours())).isBefore(now)) {
            failed(mail, lease, problem);
        } else {
            outbox.later(mail.id(), lease, now.plus(Backoff.after(mail.attempts())), problem);
        }
    }

    private long hours() {
        String value = settings.get("mail.giveUpHours", "96");
        return value.matches("\\d{1,4}") ? Long.parseLong(value) : 96;
    }

    private void failed(Outgoing mail, String lease, String problem) {
        outbox.ended(mail.id(), lease, "FAILED", problem);
        failures.tell(mail.id(), problem);
    }
}
