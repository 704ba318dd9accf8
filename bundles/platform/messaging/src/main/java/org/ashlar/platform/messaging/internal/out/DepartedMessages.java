package org.ashlar.platform.messaging.internal.out;

import org.ashlar.platform.outbox.Departed;
import org.osgi.service.component.annotations.Component;

/** Messages that need not be kept: not the cards by which somebody may still decide. */
@Component
public final class DepartedMessages implements Departed {

    @Override
    public String model() {
        return "platform.message";
    }

    @Override
    public String left() {
        return "state = 'SENT' and card_open = false";
    }

    @Override
    public String leftAt() {
        return "sent_at";
    }

    @Override
    public String lost() {
        return "state in ('FAILED', 'UNCERTAIN')";
    }
}
