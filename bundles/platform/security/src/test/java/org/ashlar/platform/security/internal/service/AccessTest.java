package org.ashlar.platform.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.security.internal.domain.GrantSet;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.domain.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

class AccessTest {
    /** Of correct-horse, with costs that a test can pay many times. */
    private static final String HASH =
            "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$K7LuqnMkNVzsJioU44OY26GHM1rX49R24VXnQmr28kA";
    private final TestClock clock = new TestClock();
    private TestDatabase database;
    private Sessions sessions;
    private ApiTokens tokens;
    private Accounts accounts;
    private SignIn signIn;
    private Guard guard;

    @BeforeEach
    void start() throws SQLException {
        database = new TestDatabase();
        database.db().execute("insert into platform_user (id, login, name, locale, active, password_hash) "
                + "values (7, 'ann', 'Ann', 'zh-CN', true, ?)", HASH);
        database.db().execute("insert into platform_user_role values (7, 'clerk', 1)");
        database.db().execute("insert into platform_role values ('clerk', 'sales.order.*, masters.*.read')");
        sessions = new Sessions(database, TestDatabase.transactions(), clock, null);
        tokens = new ApiTokens(database, TestDatabase.transactions(), clock, null);
        BundleContext context = TestDatabase.only(BundleContext.class,
                (proxy, method, args) -> "getBundles".equals(method.getName()) ? new org.osgi.framework.Bundle[0] : null);
        accounts = new Accounts(database, new Roles(context), TestDatabase.companies(1, 2), clock,
                TestDatabase.transactions(), null);
        EntityStore store = TestDatabase.only(EntityStore.class, (proxy, method, args) -> null);
        signIn = new SignIn(database, TestDatabase.transactions(), new Passwords(database, store, sessions, clock), accounts,
                sessions, clock);
        guard = new Guard(accounts, sessions, tokens, TestDatabase.companies(1, 2));
    }

    @AfterEach
    void stop() throws SQLException {
        database.close();
    }

    @Test
    void aSessionKnowsItsUserCompanyAndGrants() {
        String secret = signIn.signIn(" Ann ", "correct-horse", "10.0.0.1");
        Caller caller = guard.bySession(secret, null, null, "10.0.0.1").orElseThrow();
        assertThat(caller.login()).isEqualTo("ann");
        assertThat(caller.companyId()).isEqualTo(1);
        assertThat(caller.locale()).isEqualTo(Locale.forLanguageTag("zh-CN"));
        GrantSet grants = GrantSet.of(caller.grants());
        assertThat(grants.covers("sales.order.confirm")).isTrue();
        assertThat(grants.covers("finance.entry.read")).isFalse();
    }

    @Test
    void aHotRequestNeedsNoSql() {
        String secret = signIn.signIn("ann", "correct-horse", "x");
        database.db().execute("insert into platform_api_token (id, user_id, company_id, hash) values (1, 7, 1, ?)",
                Secrets.hash("value"));
        guard.bySession(secret, null, null, "x");
        guard.byToken("value", null, null, "x");
        int before = database.uses;
        for (int i = 0; i < 100; i++) {
            assertThat(guard.bySession(secret, null, null, "x")).isPresent();
            assertThat(guard.byToken("value", null, null, "x")).isPresent();
        }
        assertThat(database.uses).isEqualTo(before);
    }

    @Test
    void everySignInHasAnotherSecretAndTheTableHoldsNone() {
        String one = signIn.signIn("ann", "correct-horse", "x");
        String other = signIn.signIn("ann", "correct-horse", "x");
        assertThat(one).isNotEqualTo(other);
        assertThat(database.db().fetch("select hash from platform_session").getValues(0, String.class)).doesNotContain(one, other)
                .contains(Secrets.hash(one));
    }

    @Test
    void sessionsEndByPauseByAgeAndBySignOut() {
        String idle = signIn.signIn("ann", "correct-horse", "x");
        clock.advance(Duration.ofMinutes(31));
        assertThat(guard.bySession(idle, null, null, "x")).isEmpty();
        String used = signIn.signIn("ann", "correct-horse", "x");
        for (int i = 0; i < 35; i++) {
            assertThat(guard.bySession(used, null, null, "x")).isPresent();
            clock.advance(Duration.ofMinutes(20));
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(guard.bySession(used, null, null, "x")).isEmpty();
        String ended = signIn.signIn("ann", "correct-horse", "x");
        guard.signOut(ended);
        assertThat(guard.bySession(ended, null, null, "x")).isEmpty();
        sessions.run();
        assertThat(database.db().fetchCount(org.jooq.impl.DSL.table("platform_session"))).isZero();
    }

    @Test
    void tenFailuresLockTheAccountForAQuarterHour() {
        for (int i = 0; i < 10; i++) {
            refused("platform.session.wrong", "ann");
            clock.advance(Duration.ofSeconds(5));
        }
        refused("platform.session.locked", "ann");
        assertThatThrownBy(() -> signIn.signIn("ann", "correct-horse", "x")).hasMessageContaining("locked");
        clock.advance(Duration.ofMinutes(16));
        assertThat(signIn.signIn("ann", "correct-horse", "x")).isNotNull();
    }

    @Test
    void anUnknownLoginIsTreatedAsAKnownOne() {
        for (int i = 0; i < 10; i++) {
            refused("platform.session.wrong", "nobody");
            clock.advance(Duration.ofSeconds(5));
        }
        refused("platform.session.locked", "nobody");
    }

    @Test
    void manyAttemptsAtOnceAreSlowedDown() {
        for (int i = 0; i < 20; i++) {
            database.db().execute("update platform_user set failures = 0");
            refused("platform.session.wrong", "ann");
        }
        refused("platform.session.tooMany", "ann");
    }

    @Test
    void anInactiveUserIsOut() {
        String secret = signIn.signIn("ann", "correct-horse", "x");
        database.db().execute("update platform_user set active = false");
        accounts.forget();
        assertThat(guard.bySession(secret, null, null, "x")).isEmpty();
        refused("platform.session.wrong", "ann", "correct-horse");
    }

    @Test
    void anotherCompanyIsRefused() {
        String secret = signIn.signIn("ann", "correct-horse", "x");
        assertThat(guard.bySession(secret, "C1", null, "x").orElseThrow().companyId()).isEqualTo(1);
        assertThatThrownBy(() -> guard.bySession(secret, "2", null, "x")).hasMessageContaining("platform.access.company");
        assertThatThrownBy(() -> guard.bySession(secret, "99", null, "x")).hasMessageContaining("platform.access.company");
        assertThatThrownBy(() -> guard.switchCompany(secret, "2")).hasMessageContaining("platform.access.company");
    }

    @Test
    void aRoleWithoutCompanyHoldsInAll() {
        database.db().execute("insert into platform_user_role values (7, 'clerk', null)");
        String secret = signIn.signIn("ann", "correct-horse", "x");
        assertThat(guard.bySession(secret, "2", null, "x").orElseThrow().companies()).isEqualTo(Set.of(1L, 2L));
        guard.switchCompany(secret, "2");
        assertThat(guard.bySession(secret, null, null, "x").orElseThrow().companyId()).isEqualTo(2);
    }

    @Test
    void aTokenIsBoundToItsCompanyScopesAndEnd() {
        LocalDateTime end = Sessions.time(clock.instant().plus(Duration.ofHours(1)));
        database.db().execute("insert into platform_api_token (id, user_id, company_id, hash, scopes, expires_at) "
                + "values (1, 7, 1, ?, 'sales.*.read finance.*', ?)", Secrets.hash("value"), end);
        GrantSet grants = GrantSet.of(guard.byToken("value", null, null, "x").orElseThrow().grants());
        assertThat(grants.covers("sales.order.confirm")).isFalse();
        assertThat(grants.covers("finance.entry.read")).isFalse();
        assertThatThrownBy(() -> guard.byToken("value", "2", null, "x")).hasMessageContaining("platform.access.company");
        assertThat(guard.byToken("other", null, null, "x")).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(guard.byToken("value", null, null, "x")).isEmpty();
    }

    private void refused(String code, String login) {
        refused(code, login, "wrong-password");
    }

    private void refused(String code, String login, String password) {
        assertThatThrownBy(() -> signIn.signIn(login, password, "x")).isInstanceOf(Problem.class).hasMessageContaining(code);
    }
}
