package org.ashlar.platform.identity.internal.service;

import org.ashlar.platform.identity.internal.model.DirectoryEntity;
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

/** Sets the secret of a directory; nobody can read it afterwards. */
@Component
@ForModel("platform.directory")
@ForAction("setSecret")
public final class SetDirectorySecret implements RecordAction {
    private final EntityStore store;
    private final Secrets secrets;

    /** By injection. */
    @Activate
    public SetDirectorySecret(@Reference EntityStore store, @Reference Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public Object run(ActionCall call) {
        SetSecret body = call.body(SetSecret.class);
        boolean none = body == null || body.secret() == null || body.secret().isEmpty();
        DirectoryEntity directory = store.lock(DirectoryEntity.class, call.id());
        directory.setSecret(none ? null : secrets.seal(body.secret()));
        store.update(directory);
        return null;
    }
}
