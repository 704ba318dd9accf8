package org.ashlar.platform.webhooks.internal.out;

import java.util.List;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the owner of a webhook that it was switched off. Thread-safe. */
@Component(service = FailureNotices.class)
public final class FailureNotices {
    private static final Logger LOG = LoggerFactory.getLogger(FailureNotices.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Notifications notifications;

    void disabled(long webhook, String code, long user, String problem) {
        LOG.warn("Webhook {} is switched off: {}", code, problem);
        Notifications now = notifications;
        if (now != null && user != 0) {
            try {
                now.send(new Notice("webhook.disabled", List.of(user), "platform.webhook.disabled", List.of(code, problem),
                        "platform.webhook", webhook, true));
            } catch (RuntimeException e) {
                LOG.warn("Nobody could be told about webhook {}: {}", code, e.getMessage());
            }
        }
    }
}
