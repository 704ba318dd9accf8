package org.ashlar.platform.security.internal.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.security.internal.domain.TestClock;
import org.ashlar.platform.security.internal.model.RoleEntity;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.ashlar.platform.security.internal.model.UserEntity;
import org.ashlar.platform.security.internal.model.UserRoleEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Mia (8) may manage users everywhere and nothing else; Ann (7) is an administrator. */
class DelegationTest {
    private static final String DEFAULTS = "[{\"id\":\"platform.admin\",\"grants\":[\"*\"]}]";
    @TempDir
    private Path folder;
    private TestDatabase database;
    private Accounts accounts;
    private UserRules users;
    private RoleRules roles;
    private final List<String> warned = new ArrayList<>();
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        database = new TestDatabase();
        database.db().execute("insert into platform_user (id, login, name, locale, active) values (7, 'ann', 'Ann', 'en', true), "
                + "(8, 'mia', 'Mia', 'en', true), (9, 'joe', 'Joe', 'en', true)");
        database.db().execute("insert into platform_user_role values (7, 'platform.admin', null), (8, 'um', null)");
        database.db().execute("insert into platform_role (code, grants) values ('um', 'platform.user.* platform.role.*'), ('clerk', 'sales.*')");
        Path file = Files.writeString(folder.resolve("roles.json"), DEFAULTS, StandardCharsets.UTF_8);
        Bundle bundle = TestDatabase.only(Bundle.class, (proxy, method, args) -> switch (method.getName()) {
            case "getEntry" -> file.toUri().toURL();
            case "getState" -> Bundle.ACTIVE;
            case "hashCode" -> 1;
            case "equals" -> proxy == args[0];
            default -> null;
        });
        BundleContext context = TestDatabase.only(BundleContext.class,
                (proxy, method, args) -> "getBundles".equals(method.getName()) ? new Bundle[] {bundle} : null);
        Roles defaults = new Roles(context);
        accounts = new Accounts(database, defaults, TestDatabase.companies(1), new TestClock(), TestDatabase.transactions(),
                new RoleBook(database, defaults, new TestClock(), null), null);
        Access access = TestDatabase.only(Access.class, (proxy, method, args) -> caller);
        Delegation delegation = new Delegation(access, accounts);
        EntityStore store = TestDatabase.only(EntityStore.class, (proxy, method, args) -> null);
        Duties duties = new Duties(database, accounts, access, store, (field, code, args) -> warned.add(code), null);
        users = new UserRules(access, accounts, delegation, duties);
        roles = new RoleRules(delegation, defaults, accounts, duties);
        caller = new Caller(8, "mia", 1, Set.of(1L), accounts.account(8).orElseThrow().grants(1, null), Locale.ENGLISH,
                ZoneOffset.UTC, Channel.WEB, null);
    }

    @AfterEach
    void stop() throws SQLException {
        database.close();
    }

    @Test
    void nobodyRaisesHimselfEvenIfTheNewRoleIsWrittenAlready() {
        UserEntity mia = user(8, "mia", given("um"));
        mia.getRoles().clear();
        mia.getRoles().add(line("platform.admin"));
        database.db().execute("update platform_user_role set role_code = 'platform.admin' where user_id = 8");
        refused(() -> users.beforeUpdate(mia, Set.of("roles")));
    }

    @Test
    void anExistingLineCannotBecomeAHigherRole() {
        UserEntity joe = user(9, "joe", given("um"));
        joe.getRoles().get(0).setRole("platform.admin");
        refused(() -> users.beforeUpdate(joe, Set.of("roles")));
    }

    @Test
    void whatOneDoesNotHoldCannotBeTakenFromOthers() {
        UserEntity ann = user(7, "ann", given("platform.admin"));
        ann.getRoles().clear();
        refused(() -> users.beforeUpdate(ann, Set.of("roles")));
        refused(() -> users.beforeUpdate(user(7, "ann", given("platform.admin")), Set.of("active")));
    }

    @Test
    void ownRightsCanBePassedOn() {
        UserEntity joe = user(9, "joe");
        joe.getRoles().add(line("um"));
        assertThatCode(() -> users.beforeUpdate(joe, Set.of("roles"))).doesNotThrowAnyException();
        UserEntity clerk = user(9, "joe");
        clerk.getRoles().add(line("clerk"));
        refused(() -> users.beforeUpdate(clerk, Set.of("roles")));
        UserEntity unknown = user(9, "joe");
        unknown.getRoles().add(line("nothing"));
        assertThatThrownBy(() -> users.beforeUpdate(unknown, Set.of("roles"))).hasMessageContaining("platform.role.unknown");
    }

    @Test
    void aDefaultRoleCannotBeReplacedByAnEmptyOneToGetHoldOfItLater() throws ReflectiveOperationException {
        refused(() -> roles.beforeInsert(role("platform.admin", "platform.user.read")));
        refused(() -> roles.beforeDelete(role("platform.admin", "platform.user.read")));
        refused(() -> roles.beforeInsert(role("mine", "platform.user.read, sales.*")));
        assertThatCode(() -> roles.beforeInsert(role("mine", "platform.user.read"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> roles.beforeInsert(role("mine", "sales..read"))).hasMessageContaining("platform.role.grant");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Problem.class).hasMessageContaining("platform.role.beyond");
    }

    private static UserEntity user(long id, String login, RoleGiven... loaded) {
        UserEntity user = new UserEntity();
        user.setId(id);
        user.setLogin(login);
        user.setLocale("en");
        for (RoleGiven role : loaded) {
            user.remember(role);
            user.getRoles().add(line(role.role()));
        }
        return user;
    }

    private static RoleGiven given(String role) {
        return new RoleGiven(role, null);
    }

    private static UserRoleEntity line(String role) {
        UserRoleEntity line = new UserRoleEntity();
        line.setRole(role);
        return line;
    }

    private static RoleEntity role(String code, String grants) throws ReflectiveOperationException {
        RoleEntity role = new RoleEntity();
        set(role, "code", code);
        set(role, "grants", grants);
        return role;
    }

    private static void set(RoleEntity role, String field, String value) throws ReflectiveOperationException {
        java.lang.reflect.Field f = RoleEntity.class.getDeclaredField(field);
        f.setAccessible(true);
        f.set(role, value);
    }
}
