package org.ashlar.platform.mail.internal.service;

import java.time.Duration;
import java.util.List;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.mail.internal.out.WaitingMails;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** No mail is stuck: none is being sent for an hour, none is due for an hour. That none leaves twice is a key of the table. */
@Component
public final class MailsGoOn implements ConsistencyRule {
    private static final Duration LONG = Duration.ofHours(1);

    private final WaitingMails mails;

    /** By injection. */
    @Activate
    public MailsGoOn(@Reference WaitingMails mails) {
        this.mails = mails;
    }

    @Override
    public String id() {
        return "mail.goOn";
    }

    @Override
    public List<Breach> check() {
        return mails.stuck(LONG).stream()
                .map(s -> new Breach("platform.mail", s.id(), s.subject(), "SENT", s.state())).toList();
    }
}
