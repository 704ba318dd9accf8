package org.ashlar.platform.security.internal.service;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.model.UserEntity;
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
    private final Sql sql;

    /** By injection. */
    @Activate
    public UserRules(@Reference Access access, @Reference Accounts accounts, @Reference Delegation delegation,
            @Reference Sql sql) {
        this.access = access;
        this.accounts = accounts;
        this.delegation = delegation;
        this.sql = sql;
    }

    @Override
    public void beforeInsert(UserEntity user) {
        user.setLogin(Accounts.normal(user.getLogin()));
        if (!LOGIN.matcher(user.getLogin()).matches()) {
            throw Problem.rule("login", "platform.user.login", user.getLogin());
        }
        if (user.getLocale() == null) {
            user.setLocale(access.caller().locale().toLanguageTag());
        }
        common(user);
        number(user);
        delegate(roles(user));
    }

    @Override
    public void beforeUpdate(UserEntity user, Set<String> changed) {
        common(user);
        boolean self = access.caller().userId() == user.getId();
        if (changed.contains("roles")) {
            number(user);
            Set<Account.Assignment> after = roles(user);
            Set<Account.Assignment> before = stored(user.getId());
            Set<Account.Assignment> moved = new HashSet<>(after);
            moved.removeAll(before);
            before.stream().filter(a -> !after.contains(a)).forEach(moved::add);
            delegate(moved);
        }
        if (!self) {
            delegation.requireOver(user.getId());
        } else if (!user.isActive()) {
            throw Problem.rule("active", "platform.user.self");
        }
    }

    private void common(UserEntity user) {
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

    private static Set<Account.Assignment> roles(UserEntity user) {
        return user.getRoles().stream().map(r -> new Account.Assignment(r.getRole(), r.getCompany()))
                .collect(Collectors.toSet());
    }

    private Set<Account.Assignment> stored(long userId) {
        return sql.any(db -> db.fetch("select role_code, company from platform_user_role where user_id = ?", userId)).stream()
                .map(r -> new Account.Assignment(r.get(0, String.class), r.get(1, Long.class))).collect(Collectors.toSet());
    }

    private void delegate(Set<Account.Assignment> moved) {
        if (moved.isEmpty()) {
            return;
        }
        Map<String, Set<String>> known = accounts.roles();
        for (Account.Assignment assignment : moved) {
            Set<String> grants = known.get(assignment.role());
            if (grants == null) {
                throw Problem.rule("roles", "platform.role.unknown", assignment.role());
            }
            delegation.require(assignment.role(), grants, assignment.company());
        }
    }
}
