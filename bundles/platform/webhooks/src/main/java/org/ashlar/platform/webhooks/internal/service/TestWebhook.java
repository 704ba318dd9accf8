package org.ashlar.platform.webhooks.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.webhooks.internal.out.Pings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends the event {@code ping}, to see whether the receiver is there; it waits in line like any other. */
@Component
@ForModel("platform.webhook")
@ForAction("test")
public final class TestWebhook implements RecordAction {
    private final Pings pings;

    /** By injection. */
    @Activate
    public TestWebhook(@Reference Pings pings) {
        this.pings = pings;
    }

    @Override
    public Object run(ActionCall call) {
        pings.send(call.id());
        return null;
    }
}
