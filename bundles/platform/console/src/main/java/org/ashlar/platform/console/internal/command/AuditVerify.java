package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.audit.AuditChain;

/** Checks the whole audit log against its chain and names every entry that does not fit; fails when there is one. */
@Service
@Command(scope = "ashlar", name = "audit-verify",
        description = "Checks the audit log's hash chain; exit code 1 when an entry was changed, deleted, inserted or moved")
public final class AuditVerify extends AshlarCommand {

    @Reference
    AuditChain chain;

    @Option(name = "--limit", description = "Findings at most")
    int limit = 100;

    @Override
    void work() {
        AuditChain.Verdict verdict = chain.verify(limit);
        if (verdict.clean()) {
            out().println(text("console.audit.clean", String.valueOf(verdict.entries()), verdict.head()));
            return;
        }
        table(List.of("finding", "entry", "link", "model", "record", "expected", "actual"), verdict.findings().stream()
                .map(f -> List.of(f.kind(), f.entry(), f.link(), f.model() == null ? "" : f.model(), f.recordId(),
                        String.valueOf(f.expected()), String.valueOf(f.actual()))).toList());
        throw new IllegalStateException(text("console.audit.findings", verdict.findings().size()));
    }
}
