package org.ashlar.platform.mail.internal.in;

import com.sun.mail.imap.IMAPFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.mail.FetchProfile;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.UIDFolder;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.internal.model.Encryption;
import org.ashlar.platform.mail.internal.out.DefaultMail;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.node.ThisNode;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailboxes every minute by IMAP, each on one node at a time, on a thread of its own. Folders are opened read only:
 * nothing is deleted or marked, how far they were read is remembered by UID. Thread-safe.
 */
@Component(service = {Fetching.class, ScheduledTask.class})
public final class Fetching implements ScheduledTask {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int BATCH = 50;

    private final Mailboxes mailboxes;
    private final Intake intake;
    private final Access access;
    private final Settings settings;
    private final Clock clock;
    private final String node;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "ashlar-mail-in");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean stopping;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Fetching(@Reference Mailboxes mailboxes, @Reference Intake intake, @Reference Access access,
            @Reference Settings settings, @Reference Clock clock, @Reference ThisNode thisNode,
            @Reference(target = "(ashlar.module=mail)") DataSource migrated) {
        this.mailboxes = mailboxes;
        this.intake = intake;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        node = thisNode.name();
    }

    @Deactivate
    void stop() {
        stopping = true;
        thread.shutdown();
    }

    @Override
    public String id() {
        return "mail.fetch";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        mailboxes.active().forEach(this::soon);
    }

    /** Reads a mailbox as soon as the thread is free. */
    public void soon(long mailbox) {
        try {
            thread.execute(() -> read(mailbox));
        } catch (RejectedExecutionException ending) {
            LOG.debug("Mailbox {} is read after the restart", mailbox);
        }
    }

    private void read(long id) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The mail classes find their handlers through the thread's class loader.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try {
            access.as(access.system(0), () -> {
                if (!stopping && mailboxes.take(id, node)) {
                    mailboxes.release(id, node, fetch(id));
                }
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("Mailbox {} could not be read: {}", id, e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Returns why it did not work, {@code null} if it did. */
    private String fetch(long id) {
        try {
            MailboxAccount mailbox = mailboxes.find(id).orElseThrow();
            access.as(access.system(mailbox.companyId()), () -> {
                try {
                    open(mailbox);
                } catch (MessagingException | IOException e) {
                    throw new FetchFailure(e);
                }
                return null;
            });
            return null;
        } catch (FetchFailure e) {
            return e.getCause().getMessage();
        } catch (Problem e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            LOG.warn("Mailbox {}: {}", id, e.getMessage(), e);
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private void open(MailboxAccount mailbox) throws MessagingException, IOException {
        boolean tls = mailbox.encryption() == Encryption.TLS;
        String name = tls ? "imaps" : "imap";
        Properties options = new Properties();
        for (String bound : List.of("connectiontimeout", "timeout", "writetimeout")) {
            options.put("mail." + name + "." + bound, "20000");
        }
        options.put("mail." + name + ".peek", "true");
        options.put("mail." + name + ".partialfetch", "true");
        options.put("mail." + name + ".fetchsize", "262144");
        options.put("mail." + name + ".ssl.checkserveridentity", "true");
        options.put("mail." + name + ".starttls.enable", String.valueOf(mailbox.encryption() == Encryption.STARTTLS));
        options.put("mail." + name + ".starttls.required", String.valueOf(mailbox.encryption() == Encryption.STARTTLS));
        Store store = Session.getInstance(options).getStore(name);
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_ONLY);
            try {
                messages(mailbox, folder);
            } finally {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }

    private void messages(MailboxAccount mailbox, IMAPFolder folder) throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        // A server that gives new numbers makes us look at all again; what was dealt with is known by its Message-ID.
        long last = validity == mailbox.uidValidity() ? mailbox.lastUid() : 0;
        Message[] found = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        List<Message> fresh = new ArrayList<>();
        for (Message message : found) {
            if (message != null && folder.getUID(message) > last) {
                fresh.add(message);
            }
        }
        for (int from = 0; from < fresh.size() && !stopping; from += BATCH) {
            List<Message> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.SIZE);
            profile.add(FetchProfile.Item.ENVELOPE);
            folder.fetch(batch.toArray(Message[]::new), profile);
            for (Message message : batch) {
                one(mailbox, folder, validity, message);
            }
            mailboxes.take(mailbox.id(), node);
        }
    }

    private void one(MailboxAccount mailbox, IMAPFolder folder, long validity, Message message)
            throws MessagingException, IOException {
        long uid = folder.getUID(message);
        Date received = message.getReceivedDate();
        Instant at = received == null ? clock.instant() : received.toInstant();
        Runnable also = () -> mailboxes.readTo(mailbox.id(), validity, uid);
        if (message.getSize() > DefaultMail.limit(settings)) {
            intake.tooLarge(mailbox, validity + "." + uid + "@uid", message.getSize(), at, also);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1024, message.getSize()));
        message.writeTo(bytes);
        intake.take(mailbox, bytes.toByteArray(), at, also);
    }

    private static final class FetchFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FetchFailure(Exception cause) {
            super(cause);
        }
    }
}
