package org.ashlar.platform.messaging.internal.service;

import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.model.ChannelEntity;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.messaging.internal.model.SetSecrets;
import org.ashlar.platform.messaging.internal.out.Accounts;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the secrets of a channel, sealed; what is left empty stays as it is. */
@Component
@ForModel("platform.messageChannel")
@ForAction("setSecrets")
public final class SetSecretsAction implements RecordAction {
    private final EntityStore store;
    private final Accounts accounts;

    /** By injection. */
    @Activate
    public SetSecretsAction(@Reference EntityStore store, @Reference Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public Object run(ActionCall call) {
        SetSecrets given = call.body(SetSecrets.class);
        ChannelEntity channel = store.lock(ChannelEntity.class, call.id());
        if (given == null) {
            return null;
        }
        if (channel.getKind() == ChannelKind.WECOM && !blank(given.callbackKey())
                && !given.callbackKey().matches("[A-Za-z0-9]{43}")) {
            throw Problem.rule("callbackKey", "platform.messaging.aesKey");
        }
        seal(call.id(), "secret_sealed", given.secret(), "secret");
        seal(call.id(), "callback_token_sealed", given.callbackToken(), "callbackToken");
        seal(call.id(), "callback_key_sealed", given.callbackKey(), "callbackKey");
        Account after = accounts.find(call.id()).orElseThrow();
        channel.setHasSecret(after.secret() != null);
        channel.setHasCallback(after.callbackKey() != null
                && (after.callbackToken() != null || after.kind() == ChannelKind.DINGTALK));
        // Changed in any case, so that tokens got by the old secret are not used any more.
        store.update(channel);
        return null;
    }

    private void seal(long id, String column, String secret, String field) {
        if (blank(secret)) {
            return;
        }
        if (secret.length() > 500) {
            throw Problem.rule(field, "platform.messaging.secret");
        }
        accounts.seal(id, column, secret.strip());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
