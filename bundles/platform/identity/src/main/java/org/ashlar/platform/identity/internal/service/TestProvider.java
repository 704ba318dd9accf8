package org.ashlar.platform.identity.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.signin.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries whether a provider answers, and says which address it was. */
@Component
@ForModel("platform.identityProvider")
@ForAction("test")
public final class TestProvider implements RecordAction {
    private final Ways ways;
    private final Connect connect;
    private final SignIns signIns;

    /** By injection. */
    @Activate
    public TestProvider(@Reference Ways ways, @Reference Connect connect, @Reference SignIns signIns) {
        this.ways = ways;
        this.connect = connect;
        this.signIns = signIns;
    }

    @Override
    public Object run(ActionCall call) {
        signIns.requireEverything();
        return connect.test(ways.provider(call.id()));
    }
}
