package org.ashlar.platform.security.internal.service;

import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.domain.RoleDefinition;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.model.RoleEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of roles. A role holds in every company that names it, so who writes one must hold its grants everywhere. */
@Component
@ForModel("platform.role")
public final class RoleRules implements RecordRules<RoleEntity> {
    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9._-]{1,63}");
    private static final Pattern GRANT = Pattern.compile("\\*|[a-zA-Z][a-zA-Z0-9-]*(\\.([a-zA-Z][a-zA-Z0-9-]*|\\*))*");

    private final Delegation delegation;
    private final Roles roles;
    private final Accounts accounts;
    private final Duties duties;

    /** By injection. */
    @Activate
    public RoleRules(@Reference Delegation delegation, @Reference Roles roles, @Reference Accounts accounts,
            @Reference Duties duties) {
        this.delegation = delegation;
        this.roles = roles;
        this.accounts = accounts;
        this.duties = duties;
    }

    @Override
    public void beforeInsert(RoleEntity role) {
        if (!CODE.matcher(role.getCode()).matches()) {
            throw Problem.rule("code", "platform.role.code", role.getCode());
        }
        check(role);
    }

    @Override
    public void beforeUpdate(RoleEntity role, Set<String> changed) {
        check(role);
        if (!role.isPortal() && changed.contains("portal")) {
            require(role, role.getGrants(), role.getIncludes());
        }
    }

    @Override
    public void beforeDelete(RoleEntity role) {
        require(role, role.getGrants(), role.getIncludes());
        accounts.graph().including(role.getCode()).stream().filter(c -> !c.equals(role.getCode())).findFirst()
                .filter(c -> !roles.defaults().containsKey(role.getCode())).ifPresent(c -> {
                    throw Problem.rule("code", "platform.role.included", role.getCode(), c);
                });
    }

    /** The default role behind it counts too: it comes to light again when this one is deleted. */
    private void require(RoleEntity role, String grants, String includes) {
        delegation.require(role.getCode(), Accounts.split(grants), null);
        RoleGraph graph = accounts.graph();
        Accounts.split(includes).forEach(i -> delegation.require(i, graph.grants(i), null));
        RoleDefinition standard = roles.defaults().getOrDefault(role.getCode(), RoleDefinition.empty(role.getCode()));
        delegation.require(role.getCode(), standard.grants(), null);
    }

    private void check(RoleEntity role) {
        Set<String> grants = Accounts.split(role.getGrants());
        for (String grant : grants) {
            if (!GRANT.matcher(grant).matches()) {
                throw Problem.rule("grants", "platform.role.grant", grant);
            }
            if (role.isPortal() && grant.indexOf('*') >= 0) {
                throw Problem.rule("grants", "platform.role.portalGrant", grant);
            }
        }
        includes(role);
        require(role, role.getGrants(), role.getIncludes());
        require(role, role.getLoadedGrants(), role.getLoadedIncludes());
        duties.warn(grants, role.getCode());
    }

    private void includes(RoleEntity role) {
        RoleGraph graph = accounts.graph();
        for (String included : Accounts.split(role.getIncludes())) {
            if (!graph.knows(included) && !included.equals(role.getCode())) {
                throw Problem.rule("includes", "platform.role.unknown", included);
            }
            if (graph.closure(included).contains(role.getCode())) {
                throw Problem.rule("includes", "platform.role.circle", included, role.getCode());
            }
        }
    }
}
