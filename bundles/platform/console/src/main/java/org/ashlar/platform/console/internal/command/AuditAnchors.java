package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.audit.AuditChain;

/** Lists the daily anchors, to be compared with copies kept elsewhere. */
@Service
@Command(scope = "ashlar", name = "audit-anchors", description = "Lists the daily anchors of the audit log")
public final class AuditAnchors extends AshlarCommand {

    @Reference
    AuditChain chain;

    @Option(name = "--limit", description = "Days at most")
    int limit = 30;

    @Override
    void work() {
        table(List.of("day", "link", "hash", "made"), chain.anchors(limit).stream()
                .map(a -> List.of(a.day(), a.link(), a.hash(), a.madeAt())).toList());
    }
}
