package org.ashlar.platform.webhooks.internal.out;

import org.ashlar.platform.outbox.Departed;
import org.osgi.service.component.annotations.Component;

/** Deliveries that need not be kept. */
@Component
public final class DepartedDeliveries implements Departed {

    @Override
    public String model() {
        return "platform.webhookDelivery";
    }

    @Override
    public String left() {
        return "state = 'DONE'";
    }

    @Override
    public String leftAt() {
        return "delivered_at";
    }

    @Override
    public String lost() {
        return "state = 'DEAD'";
    }
}
