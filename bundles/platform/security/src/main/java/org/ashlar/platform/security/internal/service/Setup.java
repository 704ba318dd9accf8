package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.RateLimit;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.model.UserEntity;
import org.ashlar.platform.security.internal.model.UserRoleEntity;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates the first administrator, once, with a one-time token or the password that the operator gave. Thread-safe. */
@Component(service = Setup.class)
public final class Setup {
    private static final String ADMIN = "platform.admin";
    private static final int ATTEMPTS = 20;

    private final Sql sql;
    private final Transactions transactions;
    private final EntityStore store;
    private final Access access;
    private final Companies companies;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Clock clock;
    private final RateLimit attempts;

    /** By injection. */
    @Activate
    public Setup(@Reference Sql sql, @Reference Transactions transactions, @Reference EntityStore store,
            @Reference Access access, @Reference Companies companies, @Reference Passwords passwords,
            @Reference Accounts accounts, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.store = store;
        this.access = access;
        this.companies = companies;
        this.passwords = passwords;
        this.accounts = accounts;
        this.clock = clock;
        this.attempts = new RateLimit(clock, ATTEMPTS, Duration.ofMinutes(1));
    }

    /**
     * Whether nobody can sign in yet. Users alone are no sign of it: demo data and imports bring users that have no password,
     * and the first administrator is who gives them one.
     */
    public boolean needed() {
        return sql.read(db -> db.fetchOne("select count(*) from platform_user where password_hash is not null"))
                .get(0, Long.class) == 0;
    }

    /** Whether a first company must be created as well. */
    public boolean companyNeeded() {
        return companies.list().isEmpty();
    }

    /** Makes a new one-time token; an older one is void. */
    String newToken() {
        String token = Secrets.create();
        LocalDateTime now = Sessions.time(clock.instant());
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("delete from platform_setup");
            return db.execute("insert into platform_setup (hash, created_at) values (?, ?)", Secrets.hash(token), now);
        }));
        return token;
    }

    /**
     * Creates the first administrator and, if there is none yet, the first company. The token is used up only if all went well.
     *
     * @throws Problem DENIED {@code platform.setup.token}, CONFLICT {@code platform.setup.done}, RULE at a wrong field
     */
    public void complete(String token, FirstAdmin admin, FirstCompany company, String address) {
        if (attempts.take(String.valueOf(address)) > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.tooMany");
        }
        if (!needed()) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.setup.done");
        }
        // All that can be wrong with the administrator is found before the company is made.
        UserRules.requireLogin(Accounts.normal(admin.login));
        passwords.requireStrong(admin.login, admin.password);
        if (companyNeeded() && company == null) {
            throw Problem.rule("company", "platform.setup.company");
        }
        String hash = Secrets.hash(token == null ? "" : token);
        if (mark(hash, clock.instant()) == 0) {
            throw Problem.of(ProblemKind.DENIED, "platform.setup.token");
        }
        boolean done = false;
        try {
            if (companyNeeded()) {
                create(company);
            }
            createAdmin(admin);
            done = true;
        } finally {
            if (!done) {
                mark(hash, null);
            }
        }
    }

    /** Creates a user who may do everything in every company. */
    void createAdmin(FirstAdmin admin) {
        access.as(access.system(0), () -> {
            transactions.run(() -> {
                UserEntity user = new UserEntity();
                user.setCompanyId(0L);
                user.setLogin(admin.login);
                user.setName(admin.name == null || admin.name.isBlank() ? admin.login : admin.name);
                user.setLocale(admin.locale == null ? "zh-CN" : admin.locale);
                UserRoleEntity role = new UserRoleEntity();
                role.setCompanyId(0L);
                role.setUser(user);
                role.setPosition(1);
                role.setRole(ADMIN);
                user.getRoles().add(role);
                store.insert(user);
                store.flush();
                passwords.set(user.getId(), admin.password);
            });
            accounts.forget();
            return null;
        });
    }

    private void create(FirstCompany company) {
        if (company.code == null || company.code.isBlank()) {
            throw Problem.rule("company.code", "platform.value.required");
        }
        if (company.name == null || company.name.isBlank()) {
            throw Problem.rule("company.name", "platform.value.required");
        }
        String field = "company.currency";
        try {
            String currency = or(company.currency, "CNY");
            Currency.getInstance(currency);
            field = "company.zone";
            ZoneId zone = ZoneId.of(or(company.zone, "Asia/Shanghai"));
            Locale locale = Locale.forLanguageTag(or(company.locale, "zh-CN"));
            String country = or(company.country, "CN");
            access.as(access.system(0), () -> companies.create(company.code.trim(), company.name.trim(), currency, country,
                    locale, zone, or(company.chart, "CN".equals(country) ? "cn" : "generic")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.rules("platform.setup.company", List.of(FieldError.of(field, "platform.setup.company")));
        }
    }

    private static String or(String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given.trim();
    }

    /** Marks the token as used, or with {@code null} as unused again. Returns how many rows that concerned. */
    private int mark(String hash, Instant usedAt) {
        return transactions.required(() -> sql.inTransaction(db -> usedAt == null
                ? db.execute("update platform_setup set used_at = null where hash = ?", hash)
                : db.execute("update platform_setup set used_at = ? where hash = ? and used_at is null",
                        Sessions.time(usedAt), hash)));
    }

    /** Who the first administrator is. */
    public record FirstAdmin(String login, String password, String name, String locale) {
    }

    /** The first company; {@code null} components take the defaults of a company in China. */
    public record FirstCompany(String code, String name, String currency, String country, String locale, String zone,
            String chart) {
    }
}
