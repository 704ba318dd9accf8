package org.ashlar.platform.mail.internal.out;

import java.util.List;
import javax.mail.MessagingException;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person who caused a mail that it did not arrive; never about a mail that itself tells something. Thread-safe. */
@Component(service = SendFailures.class)
public final class SendFailures {
    private static final Logger LOG = LoggerFactory.getLogger(SendFailures.class);

    private final Rows rows;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Notifications notifications;

    /** By injection. */
    @Activate
    public SendFailures(@Reference Rows rows) {
        this.rows = rows;
    }

    private record Written(long user, String subject, String to, String model, long recordId, String onceKey) {
    }

    /** Tells who wrote the mail. */
    public void tell(long mailId, String problem) {
        Notifications now = notifications;
        Written mail = rows.query("select created_by, subject, to_list, target_model, record_id, once_key from platform_mail"
                + " where id = ?", r -> new Written(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5),
                        r.getString(6)), mailId).get(0);
        LOG.warn("Mail {} did not arrive: {}", mailId, OutgoingMails.shorten(problem));
        if (now == null || mail.user() == 0 || mail.onceKey().startsWith(MailChannel.KEY)) {
            return;
        }
        try {
            now.send(new Notice("mail.failed", List.of(mail.user()), "platform.mail.notArrived",
                    List.of(mail.subject(), mail.to(), OutgoingMails.shorten(problem)), mail.model(), mail.recordId(), false));
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told about mail {}: {}", mailId, e.getMessage());
        }
    }

    /** The words of a failure, with those of what is behind it. */
    static String words(MessagingException failure) {
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
        Exception next = failure.getNextException();
        for (int i = 0; next != null && i < 5; i++) {
            words.append("; ").append(next.getMessage());
            next = next instanceof MessagingException more ? more.getNextException() : null;
        }
        return words.toString();
    }
}
