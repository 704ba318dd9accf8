package org.ashlar.platform.security.internal.service;

import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.domain.Networks;
import org.ashlar.platform.security.internal.model.SignInRuleEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps sign-in rules readable, and nobody from locking himself out. */
@Component
@ForModel("platform.signInRule")
public final class SignInRuleRules implements RecordRules<SignInRuleEntity> {
    private final Access access;
    private final Accounts accounts;
    private final Everywhere everywhere;

    /** By injection. */
    @Activate
    public SignInRuleRules(@Reference Access access, @Reference Accounts accounts, @Reference Everywhere everywhere) {
        this.access = access;
        this.accounts = accounts;
        this.everywhere = everywhere;
    }

    @Override
    public void beforeInsert(SignInRuleEntity rule) {
        check(rule, "platform.signInRule.create");
    }

    @Override
    public void beforeUpdate(SignInRuleEntity rule, Set<String> changed) {
        check(rule, "platform.signInRule.update");
    }

    @Override
    public void beforeDelete(SignInRuleEntity rule) {
        require("platform.signInRule.delete");
    }

    private void check(SignInRuleEntity rule, String permission) {
        require(permission);
        if (rule.getRole() != null && !accounts.roles().containsKey(rule.getRole())) {
            throw Problem.rule("role", "platform.role.unknown", rule.getRole());
        }
        Networks networks;
        try {
            networks = Networks.of(rule.getNetworks());
        } catch (IllegalArgumentException e) {
            throw Problem.rule("networks", "platform.signInRule.network", e.getMessage());
        }
        Caller caller = access.caller();
        Policies.Rule draft = new Policies.Rule(rule.getRole(), rule.getUser(), false, networks);
        boolean locksOut = rule.isActive() && !networks.isEmpty() && caller.address() != null && caller.userId() != 0
                && !networks.contain(caller.address())
                && accounts.account(caller.userId()).map(draft::concerns).orElse(false);
        if (locksOut) {
            throw Problem.rule("networks", "platform.signInRule.self", caller.address());
        }
    }

    /** The rules hold for all companies, so only those may change them who may in all. */
    private void require(String permission) {
        everywhere.require(permission);
    }
}
