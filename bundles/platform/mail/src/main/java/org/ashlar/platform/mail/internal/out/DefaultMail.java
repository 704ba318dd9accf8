package org.ashlar.platform.mail.internal.out;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.mail.internet.InternetAddress;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.Mail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.mail.internal.domain.Addresses;
import org.ashlar.platform.mail.internal.domain.FileNames;
import org.ashlar.platform.mail.internal.domain.SafeHtml;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks mails and puts them into the outbox. Thread-safe. */
@Component(service = Mail.class)
public final class DefaultMail implements Mail {
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_LIST = 4000;
    private static final int LONGEST_SUBJECT = 990;
    private static final int LONGEST_KEY = 250;
    private static final int MOST_FILES = 50;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern MEDIA = Pattern.compile("[a-zA-Z0-9!#$&^_.+-]+/[a-zA-Z0-9!#$&^_.+-]+");

    private final OutgoingMails outbox;
    private final Sender sender;
    private final Access access;
    private final Settings settings;
    private final Transactions transactions;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public DefaultMail(@Reference OutgoingMails outbox, @Reference Sender sender, @Reference Access access,
            @Reference Settings settings, @Reference Transactions transactions,
            @Reference(target = "(ashlar.module=mail)") DataSource migrated) {
        this.outbox = outbox;
        this.sender = sender;
        this.access = access;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public long send(MailMessage message) {
        NewMail mail = checked(message);
        return transactions.required(() -> {
            long id = outbox.insert(mail);
            transactions.afterCommit(sender.outbox()::wake);
            return id;
        });
    }

    private NewMail checked(MailMessage message) {
        List<InternetAddress> to = Addresses.parse(message.to(), "to");
        List<InternetAddress> cc = Addresses.parse(message.cc(), "cc");
        if (to.isEmpty()) {
            throw Problem.rule("to", "platform.mail.address", "");
        }
        String toList = OutgoingMails.join(to);
        String ccList = cc.isEmpty() ? null : OutgoingMails.join(cc);
        if (to.size() + cc.size() > MOST_RECIPIENTS || toList.length() > LONGEST_LIST
                || ccList != null && ccList.length() > LONGEST_LIST) {
            throw Problem.rule("to", "platform.mail.recipients", MOST_RECIPIENTS);
        }
        String subject = message.subject() == null ? "" : message.subject();
        if (subject.length() > LONGEST_SUBJECT || CONTROL.matcher(subject).find()) {
            throw Problem.rule("subject", "platform.mail.subject", LONGEST_SUBJECT);
        }
        if (message.onceKey() != null && message.onceKey().length() > LONGEST_KEY) {
            throw new IllegalArgumentException("onceKey is longer than " + LONGEST_KEY);
        }
        String html = blank(message.html()) ? null : SafeHtml.clean(message.html());
        String text = blank(message.text()) ? html == null ? "" : SafeHtml.text(html) : message.text();
        return new NewMail(message.onceKey(), toList, ccList, subject, text.replace("\u0000", ""),
                html == null ? null : html.replace("\u0000", ""), message.recordId() == 0 ? null : message.model(),
                message.model() == null ? 0 : message.recordId(), files(message.attachments()),
                access.caller().userId() == 0);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private List<MailMessage.File> files(List<MailMessage.File> given) {
        List<MailMessage.File> files = new ArrayList<>();
        long limit = limit(settings);
        long size = 0;
        for (MailMessage.File file : given == null ? List.<MailMessage.File>of() : given) {
            size += file.content().length;
            if (size > limit || files.size() >= MOST_FILES) {
                throw Problem.rule("attachments", "platform.mail.tooLarge", limit / 1_000_000);
            }
            String media = file.mediaType() != null && MEDIA.matcher(file.mediaType()).matches() ? file.mediaType()
                    : "application/octet-stream";
            files.add(new MailMessage.File(FileNames.safe(file.name(), media, files.size() + 1), media, file.content()));
        }
        return files;
    }

    /** Bytes that a mail may have, by the setting {@code mail.maxMegabytes}. */
    public static long limit(Settings settings) {
        return Math.max(1L, Math.min(999, settings.number("mail.maxMegabytes", 25))) * 1_000_000;
    }
}
