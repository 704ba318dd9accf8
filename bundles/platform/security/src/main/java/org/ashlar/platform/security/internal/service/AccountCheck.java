package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Administrators without a second step, and users who have not signed in for 90 days, nor any program with a token of theirs.
 * Thread-safe.
 */
@Component
public final class AccountCheck implements Check {

    private static final Duration LONG = Duration.ofDays(90);
    private static final int NAMED = 10;
    private static final String PATH = "/app/r/platform.user";
    private static final String WITHOUT_SECOND_STEP = "select u.login from platform_user u where u.active = true and (u.id in (select"
            + " r.user_id from platform_user_role r where r.role_code = 'platform.admin') or u.id in (select m.user_id from"
            + " platform_group_member m join platform_group_role g on g.group_id = m.group_id where g.role_code = 'platform.admin'))"
            + " and u.id not in (select t.user_id from platform_totp t where t.confirmed_at is not null) order by u.login";
    private static final String NOT_SEEN = "select u.login from platform_user u where u.active = true and u.created_at < ? and not exists"
            + " (select 1 from platform_sign_in s where s.user_id = u.id and s.outcome = 'OK' and s.created_at >= ?) and not exists"
            + " (select 1 from platform_api_token t where t.user_id = u.id and t.last_used_at >= ?) order by u.login";

    private final Sql sql;
    private final Clock clock;

    /** By injection. */
    @Activate
    public AccountCheck(@Reference Sql sql, @Reference Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "accounts";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        LocalDateTime since = Sessions.time(clock.instant().minus(LONG));
        add(findings, Severity.WARN, "checkup.accounts.secondStep", WITHOUT_SECOND_STEP);
        add(findings, Severity.INFO, "checkup.accounts.notSeen", NOT_SEEN, since, since, since);
        return findings;
    }

    private void add(List<Finding> findings, Severity severity, String key, String query, Object... args) {
        List<String> logins = sql.read(db -> db.fetch(query, args).getValues(0, String.class));
        if (!logins.isEmpty()) {
            String named = String.join(", ", logins.subList(0, Math.min(NAMED, logins.size())));
            findings.add(new Finding(area(), severity, key, List.of(logins.size(), logins.size() > NAMED ? named + ", …" : named), PATH));
        }
    }
}
