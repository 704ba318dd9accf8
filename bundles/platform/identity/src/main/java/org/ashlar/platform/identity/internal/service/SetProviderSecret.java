package org.ashlar.platform.identity.internal.service;

import org.ashlar.platform.identity.internal.model.ProviderEntity;
import org.ashlar.platform.identity.internal.model.SetSecret;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.secret.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets the secret of a provider; nobody can read it afterwards. */
@Component
@ForModel("platform.identityProvider")
@ForAction("setSecret")
public final class SetProviderSecret implements RecordAction {
    private final EntityStore store;
    private final Secrets secrets;

    /** By injection. */
    @Activate
    public SetProviderSecret(@Reference EntityStore store, @Reference Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Object run(ActionCall call) {
        SetSecret body = call.body(SetSecret.class);
        boolean none = body == null || body.secret() == null || body.secret().isEmpty();
        ProviderEntity provider = store.lock(ProviderEntity.class, call.id());
        provider.setSecret(none ? null : secrets.seal(body.secret()));
        store.update(provider);
        return null;
    }
}
