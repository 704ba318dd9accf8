package org.ashlar.platform.records.internal.audit;

import java.util.List;
import org.ashlar.platform.audit.AuditChain;
import org.ashlar.platform.audit.AuditChain.Finding;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody has changed, deleted, inserted or moved an entry of the audit log. Thread-safe. */
@Component
public final class AuditChainRule implements ConsistencyRule {

    private static final int MOST = 1_000;

    private final AuditChain chain;

    @Activate
    public AuditChainRule(@Reference AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String id() {
        return "platform.auditChain";
    }

    @Override
    public List<Breach> check() {
        return chain.verifyNext(MOST).findings().stream().map(AuditChainRule::breach).toList();
    }

    private static Breach breach(Finding finding) {
        return new Breach(finding.model(), finding.recordId(), finding.kind() + " entry " + finding.entry() + " link "
                + finding.link(), finding.expected(), finding.actual());
    }
}
