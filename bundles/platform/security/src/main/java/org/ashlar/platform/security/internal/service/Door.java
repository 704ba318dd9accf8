package org.ashlar.platform.security.internal.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.SessionCookie;
import org.ashlar.platform.security.internal.model.RoleGiven;
import org.ashlar.platform.security.internal.model.SignInOutcome;
import org.ashlar.platform.signin.SignIns;
import org.ashlar.platform.signin.Visitor;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets in whom other authorities have recognised. Users are created and changed as records, so audited. Thread-safe. */
@Component
public final class Door implements SignIns {
    private final Access access;
    private final Accounts accounts;
    private final SignIn signIn;
    private final SignInLog log;
    private final Policies policies;
    private final Everywhere everywhere;
    private final Records records;
    private final Sql sql;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public Door(@Reference Access access, @Reference Accounts accounts, @Reference SignIn signIn, @Reference SignInLog log,
            @Reference Policies policies, @Reference Everywhere everywhere, @Reference Records records, @Reference Sql sql, @Reference Transactions transactions) {
        this.access = access;
        this.accounts = accounts;
        this.signIn = signIn;
        this.log = log;
        this.policies = policies;
        this.everywhere = everywhere;
        this.records = records;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Began begin(long userId, String method, boolean strong, Visitor visitor) {
        Account account = accounts.account(userId).filter(Account::active).orElse(null);
        if (account == null) {
            refused(String.valueOf(userId), method, "platform.session.inactive", visitor);
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "platform.session.inactive");
        }
        SignIn.Begun begun = signIn.begin(account, method, strong, visitor);
        return new Began(SessionCookie.header(visitor.secure(), begun.secret(), policies.policy().absolute()), begun.step());
    }

    @Override
    public void refused(String login, String method, String reason, Visitor visitor) {
        log.write(login, null, SignInOutcome.REFUSED, reason, method, visitor);
    }

    @Override
    public Optional<Long> known(String authority, String subject) {
        Record row = sql.any(db -> db.fetchOne("select user_id from platform_user_link where authority = ? and subject = ?",
                authority, subject));
        return row == null ? Optional.empty() : Optional.of(row.get(0, Long.class));
    }

    @Override
    public void link(String authority, String subject, long userId) {
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("delete from platform_user_link where authority = ? and subject = ?", authority, subject);
            return db.execute("insert into platform_user_link (authority, subject, user_id) values (?, ?, ?)", authority, subject,
                    userId);
        }));
    }

    @Override
    public long create(String login, String name, String email, Set<String> roles, Long company) {
        Map<String, Object> user = new HashMap<>();
        user.put("login", login);
        user.put("name", name == null || name.isBlank() ? login : name);
        user.put("email", email);
        user.put("roles", roles.stream().map(role -> line(new RoleGiven(role, company))).toList());
        return access.as(access.system(company == null ? 0 : company), () -> records.create("platform.user", user));
    }

    @Override
    public void align(long userId, Map<String, Boolean> roles, Long company) {
        List<RoleGiven> before = sql.any(db -> db.fetch("select role_code, company from platform_user_role where user_id = ?", userId))
                .map(r -> new RoleGiven(r.get(0, String.class), r.get(1, Long.class)));
        List<RoleGiven> wanted = new ArrayList<>(before);
        roles.forEach((role, given) -> {
            RoleGiven one = new RoleGiven(role, company);
            if (given && !wanted.contains(one)) {
                wanted.add(one);
            } else if (!given) {
                wanted.remove(one);
            }
        });
        if (Set.copyOf(wanted).equals(Set.copyOf(before))) {
            return;
        }
        access.as(access.system(company == null ? 0 : company), () -> {
            records.update("platform.user", userId, null, Map.of("roles", wanted.stream().map(Door::line).toList()));
            return null;
        });
        accounts.forget();
    }

    @Override
    public void requireEverything() {
        everywhere.requireAll();
    }

    @Override
    public Set<String> roles() {
        return accounts.roles().keySet();
    }

    private static Map<String, Object> line(RoleGiven given) {
        Map<String, Object> line = new HashMap<>();
        line.put("role", given.role());
        line.put("company", given.company());
        return line;
    }
}
