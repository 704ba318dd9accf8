package org.ashlar.platform.security.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who holds a role, who is whose manager, and a user as caller for work in his name. Thread-safe. */
@Component(service = {Members.class, Callers.class})
public final class Colleagues implements Members, Callers {
    private final Sql sql;
    private final Accounts accounts;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Colleagues(@Reference Sql sql, @Reference Accounts accounts,
            @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.accounts = accounts;
    }

    @Override
    public List<Long> withRole(String role, long companyId) {
        List<String> codes = List.copyOf(accounts.graph().including(role));
        String in = "(?" + ", ?".repeat(codes.size() - 1) + ")";
        String here = " in " + in + " and (r.company is null or r.company = ?)";
        List<Object> binds = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            binds.addAll(codes);
            binds.add(companyId);
        }
        return sql.any(db -> db.fetch("select u.id from platform_user u where u.active = true and (u.id in (select r.user_id from"
                + " platform_user_role r where r.role_code" + here + ") or u.id in (select m.user_id from platform_group_member m"
                + " join platform_group_role r on r.group_id = m.group_id where r.role_code" + here + ")) order by u.id",
                binds.toArray())).map(row -> row.get(0, Long.class));
    }

    @Override
    public List<Long> inGroup(String group) {
        return sql.any(db -> db.fetch("select distinct u.id from platform_user u join platform_group_member m on m.user_id = u.id"
                + " join platform_group g on g.id = m.group_id where u.active = true and g.code = ? order by u.id", group))
                .map(row -> row.get(0, Long.class));
    }

    @Override
    public Optional<Long> managerOf(long userId) {
        return sql.any(db -> db.fetchOptional("select m.id from platform_user u join platform_user m on m.id = u.manager_id"
                + " where u.id = ? and m.active = true", userId)).map(row -> row.get(0, Long.class));
    }

    @Override
    public Optional<Caller> of(long userId, long companyId, Channel channel) {
        Account account = accounts.account(userId).filter(Account::active).orElse(null);
        if (account == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(accounts.caller(account, companyId, accounts.companiesOf(account), null, null, channel, null));
        } catch (Problem elsewhere) {
            return Optional.empty();
        }
    }
}
