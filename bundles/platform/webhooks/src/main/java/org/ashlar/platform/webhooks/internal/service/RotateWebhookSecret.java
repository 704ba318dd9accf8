package org.ashlar.platform.webhooks.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.webhooks.internal.domain.Signature;
import org.ashlar.platform.webhooks.internal.model.WebhookEntity;
import org.ashlar.platform.webhooks.internal.model.SecretShown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a new secret and shows it once; the earlier one is no longer valid. */
@Component
@ForModel("platform.webhook")
@ForAction("rotateSecret")
public final class RotateWebhookSecret implements RecordAction {
    private final EntityStore store;
    private final Secrets secrets;

    /** By injection. */
    @Activate
    public RotateWebhookSecret(@Reference EntityStore store, @Reference Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Object run(ActionCall call) {
        String secret = Signature.secret();
        WebhookEntity hook = store.get(WebhookEntity.class, call.id());
        hook.setSecret(secrets.seal(secret));
        return new SecretShown(secret);
    }
}
