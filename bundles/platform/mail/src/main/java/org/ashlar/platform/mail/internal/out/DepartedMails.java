package org.ashlar.platform.mail.internal.out;

import org.ashlar.platform.outbox.Departed;
import org.osgi.service.component.annotations.Component;

/** Which mails need not be kept. */
abstract class DepartedMails implements Departed {
    private final String which;

    private DepartedMails(String which) {
        this.which = which;
    }

    /** Notices, digests and whatever else is about no record. */
    @Component(service = Departed.class)
    public static final class Notices extends DepartedMails {
        /** By DS. */
        public Notices() {
            super("record_id = 0");
        }
    }

    /** What was written about a record belongs to it, as letters do that have to be kept for years; unless a company says otherwise. */
    @Component(service = Departed.class)
    public static final class Letters extends DepartedMails {
        /** By DS. */
        public Letters() {
            super("record_id <> 0");
        }

        @Override
        public String setting() {
            return "mail.letterDays";
        }

        @Override
        public int days() {
            return 0;
        }
    }

    @Override
    public String model() {
        return "platform.mail";
    }

    @Override
    public String left() {
        return "state = 'SENT' and " + which;
    }

    @Override
    public String leftAt() {
        return "sent_at";
    }

    @Override
    public String lost() {
        return "state in ('FAILED', 'UNCERTAIN', 'BOUNCED') and " + which;
    }
}
