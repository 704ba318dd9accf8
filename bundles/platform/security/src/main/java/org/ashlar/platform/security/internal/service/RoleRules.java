package org.ashlar.platform.security.internal.service;

import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
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

    /** By injection. */
    @Activate
    public RoleRules(@Reference Delegation delegation, @Reference Roles roles) {
        this.delegation = delegation;
        this.roles = roles;
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
    }

    @Override
    public void beforeDelete(RoleEntity role) {
        require(role, role.getGrants());
    }

    /** The default role behind it counts too: it comes to light again when this one is deleted. */
    private void require(RoleEntity role, String grants) {
        delegation.require(role.getCode(), Accounts.split(grants), null);
        delegation.require(role.getCode(), roles.defaults().getOrDefault(role.getCode(), Set.of()), null);
    }

    private void check(RoleEntity role) {
        Set<String> grants = Accounts.split(role.getGrants());
        for (String grant : grants) {
            if (!GRANT.matcher(grant).matches()) {
                throw Problem.rule("grants", "platform.role.grant", grant);
            }
        }
        require(role, role.getGrants());
        require(role, role.getLoadedGrants());
    }
}
