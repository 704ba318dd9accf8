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
import org.ashlar.platform.security.internal.domain.Codes;
import org.ashlar.platform.security.internal.domain.Sealing;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.domain.TestClock;
import org.ashlar.platform.signin.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

class AccessTest {
    /** Of correct-horse, with costs that a test can pay many times. */
    private static final String HASH =
            "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$K7LuqnMkNVzsJioU44OY26GHM1rX49R24VXnQmr28kA";
    private static final Visitor FROM = new Visitor("10.0.0.1", "JUnit", false, null);
    private final TestClock clock = new TestClock();
    private TestDatabase database;
    private Sessions sessions;
    private ApiTokens tokens;
    private Accounts accounts;
    private SignIn signIn;
    private Guard guard;
    private SecondStep second;

    @BeforeEach
    void start() throws SQLException {
        database = new TestDatabase();
        database.db().execute("insert into platform_user (id, login, name, locale, active, password_hash) "
                + "values (7, 'ann', 'Ann', 'zh-CN', true, ?)", HASH);
        database.db().execute("insert into platform_user_role values (7, 'clerk', 1)");
        database.db().execute("insert into platform_role (code, grants) values ('clerk', 'sales.order.*, masters.*.read')");
        Policies policies = new Policies(database, TestDatabase.transactions(), clock, null);
        sessions = new Sessions(database, TestDatabase.transactions(), clock, TestDatabase.ids(), policies, TestDatabase.alone(), null);
        tokens = new ApiTokens(database, TestDatabase.transactions(), clock, null);
        BundleContext context = TestDatabase.only(BundleContext.class,
                (proxy, method, args) -> "getBundles".equals(method.getName()) ? new org.osgi.framework.Bundle[0] : null);
        Roles defaults = new Roles(context);
        accounts = new Accounts(database, defaults, TestDatabase.companies(1, 2), clock,
                TestDatabase.transactions(), new RoleBook(database, defaults, clock, null), null);
        EntityStore store = TestDatabase.only(EntityStore.class, (proxy, method, args) -> null);
        SignInLog log = new SignInLog(database, TestDatabase.transactions(), TestDatabase.ids(), clock);
        second = new SecondStep(database, TestDatabase.transactions(), new KeyedSecrets(null, Sealing.newKey()), clock);
        signIn = new SignIn(database, TestDatabase.transactions(), new Passwords(database, store, sessions, policies, clock), accounts,
                sessions, second, policies, new LockOut(database, TestDatabase.transactions(), policies, clock), new Authorities(null),
                log, clock);
        guard = new Guard(accounts, sessions, tokens, TestDatabase.companies(1, 2), policies);
    }

    @AfterEach
    void stop() throws SQLException {
        database.close();
    }

    @Test
    void aSessionKnowsItsUserCompanyAndGrants() {
        String secret = enter(" Ann ", "correct-horse");
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
        String secret = enter("ann", "correct-horse");
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
        String one = enter("ann", "correct-horse");
        String other = enter("ann", "correct-horse");
        assertThat(one).isNotEqualTo(other);
        assertThat(database.db().fetch("select hash from platform_session").getValues(0, String.class)).doesNotContain(one, other)
                .contains(Secrets.hash(one));
    }

    @Test
    void sessionsEndByPauseByAgeAndBySignOut() {
        String idle = enter("ann", "correct-horse");
        clock.advance(Duration.ofMinutes(31));
        assertThat(guard.bySession(idle, null, null, "x")).isEmpty();
        String used = enter("ann", "correct-horse");
        for (int i = 0; i < 35; i++) {
            assertThat(guard.bySession(used, null, null, "x")).isPresent();
            clock.advance(Duration.ofMinutes(20));
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(guard.bySession(used, null, null, "x")).isEmpty();
        String ended = enter("ann", "correct-horse");
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
        assertThatThrownBy(() -> enter("ann", "correct-horse")).hasMessageContaining("locked");
        clock.advance(Duration.ofMinutes(16));
        assertThat(enter("ann", "correct-horse")).isNotNull();
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
        String secret = enter("ann", "correct-horse");
        database.db().execute("update platform_user set active = false");
        accounts.forget();
        assertThat(guard.bySession(secret, null, null, "x")).isEmpty();
        refused("platform.session.wrong", "ann", "correct-horse");
    }

    @Test
    void anotherCompanyIsRefused() {
        String secret = enter("ann", "correct-horse");
        assertThat(guard.bySession(secret, "C1", null, "x").orElseThrow().companyId()).isEqualTo(1);
        assertThatThrownBy(() -> guard.bySession(secret, "2", null, "x")).hasMessageContaining("platform.access.company");
        assertThatThrownBy(() -> guard.bySession(secret, "99", null, "x")).hasMessageContaining("platform.access.company");
        assertThatThrownBy(() -> guard.switchCompany(secret, "2")).hasMessageContaining("platform.access.company");
    }

    @Test
    void aRoleWithoutCompanyHoldsInAll() {
        database.db().execute("insert into platform_user_role values (7, 'clerk', null)");
        String secret = enter("ann", "correct-horse");
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

    @Test
    void aSessionWithoutItsSecondStepIsNoCaller() {
        String secret = second.enrol(7, "ann").secret();
        second.confirm(7, code(secret));
        SignIn.Begun begun = signIn.signIn("ann", "correct-horse", FROM);
        assertThat(begun.step()).isEqualTo("totp");
        assertThat(guard.bySession(begun.secret(), null, null, "x")).isEmpty();
        Sessions.Session session = sessions.use(begun.secret()).orElseThrow();
        assertThatThrownBy(() -> signIn.secondStep(session, code(secret), null, FROM)).hasMessageContaining("platform.totp.wrong");
        clock.advance(Duration.ofSeconds(30));
        SignIn.Begun done = signIn.secondStep(session, code(secret), null, FROM);
        assertThat(done.secret()).isNotEqualTo(begun.secret());
        assertThat(guard.bySession(done.secret(), null, null, "x")).isPresent();
        assertThat(sessions.use(begun.secret())).isEmpty();
    }

    @Test
    void aRecoveryCodeCountsOnce() {
        String secret = second.enrol(7, "ann").secret();
        String recovery = second.confirm(7, code(secret)).get(3);
        assertThat(second.check(7, null, recovery.toUpperCase(Locale.ROOT).replace('-', ' '))).isTrue();
        assertThat(second.check(7, null, recovery)).isFalse();
        assertThat(second.recoveryCodesLeft(7)).isEqualTo(9);
    }

    @Test
    void rulesDemandASecondStepAndAPlace() {
        database.db().execute("insert into platform_sign_in_rule values ('clerk', null, true, '10.0.0.0/8', true), "
                + "('other', null, false, '192.168.0.0/16', true)");
        assertThat(signIn.signIn("ann", "correct-horse", FROM).step()).isEqualTo("totpEnrol");
        assertThatThrownBy(() -> signIn.signIn("ann", "correct-horse", new Visitor("172.16.0.1", null, false, null)))
                .hasMessageContaining("platform.access.network");
        database.db().execute("insert into platform_api_token (id, user_id, company_id, hash) values (1, 7, 1, ?)",
                Secrets.hash("value"));
        assertThat(guard.byToken("value", null, null, "10.1.1.1")).isPresent();
        assertThatThrownBy(() -> guard.byToken("value", null, null, "8.8.8.8")).hasMessageContaining("platform.access.network");
    }

    @Test
    void eachFurtherLockLastsLonger() {
        fail(10);
        clock.advance(Duration.ofMinutes(16));
        fail(10);
        clock.advance(Duration.ofMinutes(16));
        assertThatThrownBy(() -> enter("ann", "correct-horse")).hasMessageContaining("locked");
        clock.advance(Duration.ofMinutes(15));
        assertThat(enter("ann", "correct-horse")).isNotNull();
        assertThat(database.db().fetch("select outcome from platform_sign_in").getValues(0, String.class)).contains("LOCKED", "OK",
                "WRONG", "REFUSED");
    }

    @Test
    void anOldPasswordIsTheStepThatIsMissing() {
        database.db().execute("update platform_sign_in_policy set max_age_days = 30");
        database.db().execute("update platform_user set password_changed_at = ?",
                Sessions.time(clock.instant().minus(Duration.ofDays(29))));
        assertThat(signIn.signIn("ann", "correct-horse", FROM).step()).isNull();
        clock.advance(Duration.ofDays(2));
        SignIn.Begun begun = signIn.signIn("ann", "correct-horse", FROM);
        assertThat(begun.step()).isEqualTo("password");
        assertThat(guard.bySession(begun.secret(), null, null, "x")).isEmpty();
    }

    @Test
    void whatCannotBeALoginIsNobody() {
        refused("platform.session.wrong", "ann\u0000");
        refused("platform.session.wrong", "x".repeat(100_000));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            refused("platform.session.wrong", "ann");
            clock.advance(Duration.ofSeconds(5));
        }
    }

    private String code(String secret) {
        return Codes.of(secret, clock.instant());
    }

    private String enter(String login, String password) {
        return signIn.signIn(login, password, FROM).secret();
    }

    private void refused(String code, String login) {
        refused(code, login, "wrong-password");
    }

    private void refused(String code, String login, String password) {
        assertThatThrownBy(() -> enter(login, password)).isInstanceOf(Problem.class).hasMessageContaining(code);
    }
}
