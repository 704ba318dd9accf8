package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.RecordScope;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.RoleDefinition;
import org.ashlar.platform.security.internal.domain.RoleGraph;
import org.ashlar.platform.security.internal.domain.TimedCache;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.jooq.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reads users with their grants; a request that comes again within half a minute needs no SQL. Thread-safe. */
@Component(service = {Accounts.class, Users.class})
public final class Accounts implements Users {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Sql sql;
    private final Roles roles;
    private final RoleBook book;
    private final Companies companies;
    private final Transactions transactions;
    private final TimedCache<Long, Account> cache;
    private final AtomicLong rolesSeen = new AtomicLong();
    private volatile List<RecordScope> scopesSeen = List.of();

    /** Replaced as a whole by DS. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<RecordScope> scopes = List.of();

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Accounts(@Reference Sql sql, @Reference Roles roles, @Reference Companies companies, @Reference Clock clock,
            @Reference Transactions transactions, @Reference RoleBook book,
            @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.book = book;
        this.roles = roles;
        this.companies = companies;
        this.transactions = transactions;
        this.cache = new TimedCache<>(clock, FRESH);
    }

    @Override
    public Optional<User> find(String login) {
        Record row = sql.read(db -> db.fetchOne("select id from platform_user where login = ?", normal(login)));
        return row == null ? Optional.empty() : find(row.get(0, Long.class));
    }

    @Override
    public Optional<User> find(long userId) {
        return account(userId).map(a -> new User(a.id(), a.login(), a.name(), a.email(), a.locale(), a.active()));
    }

    /** A login as it is stored. */
    static String normal(String login) {
        return login == null ? "" : login.trim().toLowerCase(Locale.ROOT);
    }

    /** The user, also if he is not active. Inside a transaction read anew, so that nothing uncommitted is kept. */
    Optional<Account> account(long userId) {
        long generation = roles.generation();
        List<RecordScope> present = scopes;
        if (rolesSeen.getAndSet(generation) != generation || scopesSeen != present) {
            scopesSeen = present;
            cache.clear();
        }
        return transactions.active() ? read(userId) : cache.get(userId, this::read);
    }

    /**
     * The user as he is without the running transaction: who changes his own rights must not be measured by the new ones.
     * From memory, where the sign-in has just put him, else on a connection of its own.
     */
    Optional<Account> committed(long userId) {
        Optional<Account> known = cache.peek(userId);
        return known.isPresent() || !transactions.active() ? known.or(() -> account(userId))
                : read(userId, sql::read, book.committed());
    }

    /** The user as he is committed, at most half a minute old unless a transaction is running. */
    Optional<Account> known(long userId) {
        return transactions.active() ? committed(userId) : account(userId);
    }

    /** Forgets what was read, because a user, a role or a company changed. */
    void forget() {
        book.forget();
        cache.clear();
    }

    /** Ids of the companies that the user may work in, ascending. */
    Set<Long> companiesOf(Account account) {
        return account.companies(companies.list().stream().map(Company::id).collect(Collectors.toSet()));
    }

    /**
     * The user as caller for a company.
     *
     * @param company company id; 0: the user's first
     * @param scopes grants that bound the user's, {@code null} for no bound
     * @throws Problem DENIED {@code platform.access.company} if the user may not work in the company
     */
    Caller caller(Account account, long company, Set<Long> allowed, Set<String> scopes, Locale locale, Channel channel,
            String address) {
        long current = company == 0 ? account.firstCompany(allowed) : company;
        if (current != 0 && !allowed.contains(current)) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.company", String.valueOf(company));
        }
        ZoneId zone = account.zone() != null ? account.zone() : zoneOf(current);
        return new Caller(account.id(), account.login(), current, allowed,
                account.grants(current, scopes), locale == null ? account.locale() : locale,
                zone, channel, address);
    }

    /** Grants by role code, what roles include counted in, as the transaction sees them. */
    Map<String, Set<String>> roles() {
        RoleGraph graph = graph();
        return graph.all().stream().collect(Collectors.toMap(RoleDefinition::code, r -> graph.grants(r.code())));
    }

    /** The default roles of the modules, replaced by those of the database with the same code, as the transaction sees them. */
    RoleGraph graph() {
        return (transactions.active() ? book.present() : book.committed()).graph();
    }

    /** Grants written in one text, separated by blanks or commas. */
    static Set<String> split(String grants) {
        return grants == null ? Set.of() : Arrays.stream(grants.split("[\\s,;]+")).filter(g -> !g.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ZoneId zoneOf(long company) {
        return companies.list().stream().filter(c -> c.id() == company).findFirst().map(Company::zone)
                .orElse(ZoneId.of("UTC"));
    }

    private Optional<Account> read(long userId) {
        return read(userId, sql::any, transactions.active() ? book.present() : book.committed());
    }

    private Optional<Account> read(long userId, RoleBook.Reader reader, RoleBook.Book roles) {
        Result<Record> rows = reader.read(db -> db.fetch("select id, login, name, email, locale, time_zone, active,"
                + " default_company, kind, party_id, department from platform_user where id = ?", userId));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Record row = rows.get(0);
        List<RoleGiven> assignments = reader.read(db -> db.fetch("select role_code, company from platform_user_role"
                + " where user_id = ? union select g.role_code, g.company from platform_group_role g"
                + " join platform_group_member m on m.group_id = g.group_id where m.user_id = ?", userId, userId))
                .map(r -> new RoleGiven(r.get(0, String.class), r.get(1, Long.class)));
        Account.Person person = new Account.Person(userId, row.get(1, String.class), row.get(2, String.class),
                row.get(3, String.class), Locale.forLanguageTag(row.get(4, String.class)), zone(row.get(5, String.class)),
                row.get(6, Boolean.class), row.get(7, Long.class), "PORTAL".equals(row.get(8, String.class)),
                row.get(9, Long.class), row.get(10, String.class));
        return Optional.of(new Account(person, assignments, roles, List.copyOf(scopes)));
    }

    private static ZoneId zone(String id) {
        try {
            return id == null || id.isBlank() ? null : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
