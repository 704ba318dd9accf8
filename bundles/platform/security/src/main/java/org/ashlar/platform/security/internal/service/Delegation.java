package org.ashlar.platform.security.internal.service;

import java.util.Collection;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.security.internal.domain.CompiledRights;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Nobody gives away what he does not hold: whoever hands out a role, or takes over an account by its password or a token,
 * must hold every grant of it in that company himself. Thread-safe.
 */
@Component(service = Delegation.class)
public final class Delegation {
    private final Access access;
    private final Accounts accounts;

    /** By injection. */
    @Activate
    public Delegation(@Reference Access access, @Reference Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    /**
     * Refuses unless the caller holds the grants.
     *
     * @param company company in which they are given, {@code null} for all companies
     * @throws Problem DENIED {@code platform.role.beyond}
     */
    void require(String role, Set<String> grants, Long company) {
        Caller caller = access.caller();
        long where = company == null ? 0 : company;
        boolean held = GrantSet.of(caller.grants()).coversAll(grants)
                && (caller.userId() == 0 || accounts.committed(caller.userId())
                        .map(a -> a.grants(where, null).coversAll(grants) && unrestricted(a, role, where)).orElse(false));
        if (!held) {
            throw Problem.of(ProblemKind.DENIED, "platform.role.beyond", role);
        }
    }

    /** Whose own view is restricted hands on only roles that he has himself: others might show more than he may see. */
    private static boolean unrestricted(Account account, String role, long company) {
        CompiledRights rights = account.rights(company);
        return rights.rules().isEmpty() && rights.fields().isEmpty()
                || account.roles(company).stream().anyMatch(r -> r.code().equals(role));
    }

    /** Refuses unless the caller holds everything that the user holds; everyone may manage himself. */
    void requireOver(long userId) {
        if (access.caller().userId() != userId) {
            accounts.account(userId).ifPresent(account -> requireAll(account.roles()));
        }
    }

    /**
     * Refuses unless the caller holds all of these roles.
     *
     * @throws Problem DENIED {@code platform.role.beyond}
     */
    void requireAll(Collection<RoleGiven> given) {
        if (given.isEmpty()) {
            return;
        }
        RoleGraph known = accounts.graph();
        for (RoleGiven role : given) {
            require(role.role(), known.grants(role.role()), role.company());
        }
    }
}
