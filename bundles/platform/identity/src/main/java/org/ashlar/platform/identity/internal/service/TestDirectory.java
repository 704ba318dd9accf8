package org.ashlar.platform.identity.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.signin.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries whether a directory answers, and says which address it was. */
@Component
@ForModel("platform.directory")
@ForAction("test")
public final class TestDirectory implements RecordAction {
    private final Ways ways;
    private final LdapAuthority ldapAuthority;
    private final SignIns signIns;

    /** By injection. */
    @Activate
    public TestDirectory(@Reference Ways ways, @Reference LdapAuthority ldapAuthority, @Reference SignIns signIns) {
        this.ways = ways;
        this.ldapAuthority = ldapAuthority;
        this.signIns = signIns;
    }

    @Override
    public Object run(ActionCall call) {
        signIns.requireEverything();
        return ldapAuthority.test(ways.directory(call.id()));
    }
}
