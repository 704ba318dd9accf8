package org.ashlar.platform.security.internal.service;

import java.util.Set;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.security.internal.domain.Restrictions;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What writing record rules and field rights needs: a role that is there and that the writer holds, and a known model. */
@Component(service = Restricting.class)
public final class Restricting {
    private final Accounts accounts;
    private final Delegation delegation;
    private final Catalog catalog;

    /** By injection. */
    @Activate
    public Restricting(@Reference Accounts accounts, @Reference Delegation delegation, @Reference Catalog catalog) {
        this.accounts = accounts;
        this.delegation = delegation;
        this.catalog = catalog;
    }

    /** Refuses whoever does not hold everything that the role grants; what binds everybody needs every permission. */
    void requireOver(String role) {
        if (role != null) {
            delegation.require(role, role.equals(Restrictions.EVERYBODY) ? Set.of("*") : accounts.graph().grants(role), null);
        }
    }

    void requireKnown(String role) {
        RoleGraph graph = accounts.graph();
        if (!role.equals(Restrictions.EVERYBODY) && !graph.knows(role)) {
            throw Problem.rule("role", "platform.role.unknown", role);
        }
    }

    ModelInfo model(String id) {
        return catalog.find(id).orElseThrow(() -> Problem.rule("model", "platform.model.unknown", id));
    }
}
