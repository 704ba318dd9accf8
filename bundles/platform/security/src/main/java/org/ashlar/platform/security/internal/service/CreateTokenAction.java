package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.security.internal.model.CreateToken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates an API token for a user; its value is in the answer and nowhere else. */
@Component
@ForModel("platform.user")
@ForAction("createToken")
public final class CreateTokenAction implements RecordAction {
    private final TokenIssuer tokens;

    /** By injection. */
    @Activate
    public CreateTokenAction(@Reference TokenIssuer tokens) {
        this.tokens = tokens;
    }

    @Override
    public Object run(ActionCall call) {
        return tokens.create(call.id(), call.body(CreateToken.class));
    }
}
