package org.ashlar.platform.mail.internal.out;

import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.mail.Mail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.notify.NotificationChannel;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices and digests by mail, to users with an address. Thread-safe. */
@Component(service = NotificationChannel.class)
public final class MailChannel implements NotificationChannel {
    /** How the keys of such mails begin. */
    static final String KEY = "notice/";
    private static final int LONGEST_SUBJECT = 200;

    private final Mail mail;
    private final Users users;
    private final Access access;
    private final Settings settings;

    /** By injection. */
    @Activate
    public MailChannel(@Reference Mail mail, @Reference Users users, @Reference Access access, @Reference Settings settings) {
        this.mail = mail;
        this.users = users;
        this.access = access;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public void deliver(long userId, String onceKey, String subject, String text, String link) {
        Optional<Users.User> user = users.find(userId).filter(u -> u.active() && u.email() != null && !u.email().isBlank());
        if (user.isEmpty()) {
            return;
        }
        long company = access.bound() ? access.caller().companyId() : 0;
        access.as(access.system(company), () -> {
            String base = settings.get("suite.address", "");
            String more = link == null || base.isBlank() ? "" : "\n\n" + base.replaceAll("/+$", "") + link;
            String line = subject.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
            return mail.send(new MailMessage(KEY + onceKey, List.of(user.get().email()), List.of(),
                    line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line, text + more, null, List.of(),
                    null, 0));
        });
    }
}
