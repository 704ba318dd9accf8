package org.ashlar.platform.security.internal.service;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.ashlar.platform.security.internal.model.UserEntity;
import org.ashlar.platform.security.internal.model.UserKind;
import org.ashlar.platform.security.internal.model.UserRoleEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of users: well-formed logins, existing roles, and no role given or taken that the caller does not hold. */
@Component
@ForModel("platform.user")
public final class UserRules implements RecordRules<UserEntity> {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    private static final Set<String> LANGUAGES = Set.of("zh", "zh-CN", "en", "en-US", "en-GB");

    private final Access access;
    private final Accounts accounts;
    private final Delegation delegation;
    private final Duties duties;

    /** By injection. */
    @Activate
    public UserRules(@Reference Access access, @Reference Accounts accounts, @Reference Delegation delegation,
            @Reference Duties duties) {
        this.duties = duties;
        this.access = access;
        this.accounts = accounts;
        this.delegation = delegation;
    }

    /**
     * Refuses what cannot be a login.
     *
     * @throws Problem RULE at the field {@code login}
     */
    static void requireLogin(String login) {
        if (!LOGIN.matcher(login).matches()) {
            throw Problem.rule("login", "platform.user.login", login);
        }
    }

    @Override
    public void beforeInsert(UserEntity user) {
        user.setLogin(Accounts.normal(user.getLogin()));
        requireLogin(user.getLogin());
        if (user.getLocale() == null) {
            user.setLocale(access.caller().locale().toLanguageTag());
        }
        common(user);
        number(user);
        requireKnown(roles(user));
        delegation.requireAll(roles(user));
        duties.warn(roles(user));
    }

    @Override
    public void beforeUpdate(UserEntity user, Set<String> changed) {
        common(user);
        boolean self = access.caller().userId() == user.getId();
        if (self && !user.isActive()) {
            throw Problem.rule("active", "platform.user.self");
        }
        if (!changed.contains("roles")) {
            delegation.requireOver(user.getId());
            return;
        }
        number(user);
        Set<RoleGiven> before = user.loadedRoles();
        Set<RoleGiven> after = roles(user);
        requireKnown(difference(after, before));
        delegation.requireAll(self ? difference(before, after) : before);
        delegation.requireAll(difference(after, before));
        duties.changed(user.getId(), before, after);
    }

    /** A partner's user belongs to a party and has only roles that were made for such users. */
    private void portal(UserEntity user) {
        if (user.getKind() != UserKind.PORTAL) {
            return;
        }
        if (user.getParty() == null) {
            throw Problem.rule("party", "platform.user.party");
        }
        RoleGraph graph = accounts.graph();
        user.getRoles().stream().filter(r -> !graph.role(r.getRole()).portal()).findFirst().ifPresent(r -> {
            throw Problem.rule("roles", "platform.user.portalRole", r.getRole());
        });
    }

    private void common(UserEntity user) {
        portal(user);
        if (user.getManager() != null && user.getManager().equals(user.getId())) {
            throw Problem.rule("manager", "platform.user.manager");
        }
        if (!LANGUAGES.contains(user.getLocale())) {
            throw Problem.rule("locale", "platform.user.locale", user.getLocale());
        }
        if (user.getZone() != null && !user.getZone().isBlank()) {
            try {
                ZoneId.of(user.getZone());
            } catch (DateTimeException e) {
                throw Problem.rule("zone", "platform.user.zone", user.getZone());
            }
        }
    }

    private static void number(UserEntity user) {
        int position = 0;
        for (UserRoleEntity role : user.getRoles()) {
            role.setPosition(++position);
        }
    }

    private static Set<RoleGiven> roles(UserEntity user) {
        return user.getRoles().stream().map(r -> new RoleGiven(r.getRole(), r.getCompany())).collect(Collectors.toSet());
    }

    private static Set<RoleGiven> difference(Set<RoleGiven> all, Set<RoleGiven> without) {
        Set<RoleGiven> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private void requireKnown(Set<RoleGiven> roles) {
        Set<String> known = roles.isEmpty() ? Set.of() : accounts.roles().keySet();
        roles.stream().filter(r -> !known.contains(r.role())).findFirst().ifPresent(r -> {
            throw Problem.rule("roles", "platform.role.unknown", r.role());
        });
    }
}
