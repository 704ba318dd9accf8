package org.ashlar.platform.webhooks.internal.service;

import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.webhooks.internal.model.InboundHookEntity;
import org.ashlar.platform.webhooks.internal.model.SetHookSecret;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps a secret that the sender chose. */
@Component
@ForModel("platform.inboundHook")
@ForAction("setSecret")
public final class SetInboundHookSecret implements RecordAction {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 500;

    private final EntityStore store;
    private final Secrets secrets;

    /** By injection. */
    @Activate
    public SetInboundHookSecret(@Reference EntityStore store, @Reference Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Object run(ActionCall call) {
        String secret = call.body(SetHookSecret.class).secret();
        if (secret == null || secret.length() < SHORTEST || secret.length() > LONGEST) {
            throw Problem.rule("secret", "platform.hook.secret", SHORTEST);
        }
        store.get(InboundHookEntity.class, call.id()).setSecret(secrets.seal(secret));
        return null;
    }
}
