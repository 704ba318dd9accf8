package org.ashlar.platform.mail.internal.out;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.sql.DataSource;
import org.ashlar.platform.outbox.Carrier;
import org.ashlar.platform.outbox.Outbox;
import org.ashlar.platform.outbox.Outboxes;
import org.ashlar.platform.outbox.Outcome;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends mails by SMTP. Where a crash or a broken connection between the end of the text and the server's answer leaves it
 * open whether a mail has left, it becomes UNCERTAIN and waits for a person, unless the setting {@code mail.uncertain} is
 * {@code resend}. Thread-safe: carries on one thread.
 */
@Component(service = Sender.class, immediate = true)
public final class Sender implements Carrier {
    private final OutgoingMails mails;
    private final MailServers servers;
    private final Settings settings;
    private final Clock clock;
    private final SendFailures failures;
    private final Outbox outbox;
    private final Map<Long, SmtpLink> links = new HashMap<>();

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Sender(@Reference OutgoingMails mails, @Reference MailServers servers, @Reference Settings settings,
            @Reference Clock clock, @Reference SendFailures failures, @Reference Outboxes outboxes,
            @Reference(target = "(ashlar.module=mail)") DataSource migrated) {
        this.mails = mails;
        this.servers = servers;
        this.settings = settings;
        this.clock = clock;
        this.failures = failures;
        outbox = outboxes.open("platform_mail", "company_id", this);
    }

    @Deactivate
    void stop() {
        outbox.close();
    }

    @Override
    public String name() {
        return "ashlar-mail";
    }

    /** The outbox that it empties. */
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Outcome carry(long id, int attempts, BooleanSupplier handOver) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The mail classes find their handlers through the thread's class loader.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try {
            return mails.find(id).map(mail -> send(mail, handOver)).orElseGet(() -> Outcome.failed("The mail is gone"));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public void rest() {
        links.values().forEach(SmtpLink::close);
        links.clear();
    }

    private Outcome send(Outgoing mail, BooleanSupplier handOver) {
        ServerAccount server = servers.of(mail.companyId()).orElse(null);
        if (server == null) {
            return Outcome.closed("No active mail server");
        }
        SmtpLink link;
        try {
            link = connect(server, mail.companyId());
        } catch (MessagingException e) {
            return Outcome.closed((e instanceof AuthenticationFailedException ? "Sign-in at " : "No connection to ") + server
                    + ": " + e.getMessage());
        }
        MimeMessage message;
        try {
            message = MessageText.build(link.session(), mail, server, clock.instant());
        } catch (MessagingException e) {
            return Outcome.failed(e.getMessage());
        }
        return hand(message, link, handOver);
    }

    private SmtpLink connect(ServerAccount server, long company) throws MessagingException {
        SmtpLink link = links.get(company);
        if (link == null || !link.connected()) {
            link = new SmtpLink(server);
            links.put(company, link);
        }
        return link;
    }

    private Outcome hand(MimeMessage message, SmtpLink link, BooleanSupplier handOver) {
        try {
            link.send(message, handOver);
            return Outcome.sent();
        } catch (SmtpLink.Lost e) {
            link.close();
            return "resend".equals(settings.get("mail.uncertain", "hold")) ? Outcome.later(e.getMessage())
                    : Outcome.uncertain(e.getMessage());
        } catch (MessagingException e) {
            boolean refused = link.refused();
            link.close();
            return refused ? Outcome.failed(SendFailures.words(e)) : Outcome.later(SendFailures.words(e));
        }
    }

    @Override
    public int giveUpHours() {
        return settings.number("mail.giveUpHours", 96);
    }

    @Override
    public void lost(long id, String problem) {
        failures.tell(id, problem);
    }
}
