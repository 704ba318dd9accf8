package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the link by which a user chooses his password; it is in the answer and nowhere else. */
@Component
@ForModel("platform.user")
@ForAction("createSetUpLink")
public final class CreateSetUpLinkAction implements RecordAction {
    private final SetUpLinks links;

    /** By injection. */
    @Activate
    public CreateSetUpLinkAction(@Reference SetUpLinks links) {
        this.links = links;
    }

    @Override
    public Object run(ActionCall call) {
        return links.create(call.id());
    }
}
