package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.audit.AuditChain;

/** Lets the chain go on from its present head, for example after an older backup was restored. */
@Service
@Command(scope = "ashlar", name = "audit-accept",
        description = "Accepts the audit chain's present head, for example after a restore; the reason enters the log")
public final class AuditAccept extends AshlarCommand {

    @Reference
    AuditChain chain;

    @Argument(name = "reason", required = true, description = "Why the present state is right")
    String reason;

    @Override
    void work() {
        chain.accept(reason);
        out().println(text("console.audit.accepted"));
    }
}
