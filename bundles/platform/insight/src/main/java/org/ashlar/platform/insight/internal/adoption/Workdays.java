package org.ashlar.platform.insight.internal.adoption;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people did in the caller's company, counted from the audit log by its index of time and from the sign-ins: a handful of
 * statements, however many people. Days are those of the company. Thread-safe.
 */
@Component(service = Workdays.class)
public final class Workdays {

    static final int WEEK = 7;
    static final int MONTH = 30;

    private final Sql sql;
    private final Users users;
    private final Callers callers;
    private final Companies companies;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Workdays(@Reference Sql sql, @Reference Users users, @Reference Callers callers, @Reference Companies companies,
            @Reference Access access, @Reference Clock clock) {
        this.sql = sql;
        this.users = users;
        this.callers = callers;
        this.companies = companies;
        this.access = access;
        this.clock = clock;
    }

    /** Records that somebody created and changed, in the last week and the last month. */
    record Count(long created7, long changed7, long created30, long changed30) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(created7 + other.created7, changed7 + other.changed7, created30 + other.created30, changed30 + other.changed30);
        }
    }

    /** Days and last day of somebody's work. */
    record Presence(long days, LocalDate last) {
    }

    /** Everybody who may work in the company now, by login. */
    List<Users.User> people() {
        long company = access.caller().companyId();
        List<Long> ids = query("select id from platform_user where active = true", List.of(), row -> row.getLong(1));
        return ids.stream().filter(id -> callers.of(id, company, Channel.SYSTEM).isPresent()).map(users::find).flatMap(java.util.Optional::stream)
                .sorted(java.util.Comparator.comparing(Users.User::login)).toList();
    }

    /** Whether a user may do something in the company. */
    boolean may(long user, String permission) {
        return callers.of(user, access.caller().companyId(), Channel.SYSTEM)
                .map(caller -> access.as(caller, () -> access.may(permission))).orElse(false);
    }

    /** Counts by model by user. */
    Map<Long, Map<String, Count>> counts() {
        String created = "kind in ('created', 'imported')";
        Map<Long, Map<String, Count>> counts = new HashMap<>();
        query("select user_id, root_model, sum(case when " + created + " and at_time >= ? then 1 else 0 end),"
                + " sum(case when kind = 'updated' and at_time >= ? then 1 else 0 end), sum(case when " + created + " then 1 else 0 end),"
                + " sum(case when kind = 'updated' then 1 else 0 end) from platform_audit where at_time >= ? and company_id = ?"
                + " and user_id <> 0 group by user_id, root_model",
                List.of(since(WEEK), since(WEEK), since(MONTH), access.caller().companyId()),
                row -> counts.computeIfAbsent(row.getLong(1), u -> new TreeMap<>()).put(row.getString(2),
                        new Count(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))));
        return counts;
    }

    /** On how many days of the last month somebody wrote something, and when last. */
    Map<Long, Presence> presence() {
        Map<Long, Presence> presence = new HashMap<>();
        query("select user_id, count(distinct cast({fn timestampadd(SQL_TSI_SECOND, " + offset() + ", at_time)} as date)), max(at_time)"
                + " from platform_audit where at_time >= ? and company_id = ? and user_id <> 0 group by user_id",
                List.of(since(MONTH), access.caller().companyId()),
                row -> presence.put(row.getLong(1), new Presence(row.getLong(2), day(row.getTimestamp(3).toLocalDateTime()))));
        return presence;
    }

    /** When somebody last signed in, as far as sign-ins are kept. */
    Map<Long, LocalDate> signIns() {
        Map<Long, LocalDate> last = new HashMap<>();
        query("select user_id, max(created_at) from platform_sign_in where outcome = 'OK' and user_id is not null group by user_id", List.of(),
                row -> last.put(row.getLong(1), day(row.getTimestamp(2).toLocalDateTime())));
        return last;
    }

    /** The last new record of the models by user, within the days given. */
    Map<Long, LocalDate> lastCreated(Collection<String> models, int days) {
        Map<Long, LocalDate> last = new HashMap<>();
        if (!models.isEmpty()) {
            List<Object> binds = new ArrayList<>(List.of(since(days), access.caller().companyId()));
            binds.addAll(models);
            query("select user_id, max(at_time) from platform_audit where at_time >= ? and company_id = ? and kind in ('created', 'imported')"
                    + " and root_model in (" + String.join(", ", Collections.nCopies(models.size(), "?")) + ") group by user_id", binds,
                    row -> last.put(row.getLong(1), day(row.getTimestamp(2).toLocalDateTime())));
        }
        return last;
    }

    LocalDate today() {
        return access.today();
    }

    private ZoneId zone() {
        return companies.get(access.caller().companyId()).zone();
    }

    private long offset() {
        return zone().getRules().getOffset(clock.instant()).getTotalSeconds();
    }

    /** The beginning of the day that many days ago, as the database keeps it. */
    private LocalDateTime since(int days) {
        Instant begin = today().minusDays(days).atStartOfDay(zone()).toInstant();
        return LocalDateTime.ofInstant(begin, ZoneOffset.UTC);
    }

    private LocalDate day(LocalDateTime time) {
        return time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone()).toLocalDate();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String text, List<Object> binds, Reading<T> reading) {
        return sql.read(db -> db.connectionResult(connection -> {
            try (PreparedStatement query = connection.prepareStatement(text)) {
                for (int i = 0; i < binds.size(); i++) {
                    query.setObject(i + 1, binds.get(i) instanceof LocalDateTime time ? java.sql.Timestamp.valueOf(time) : binds.get(i));
                }
                List<T> found = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(reading.of(row));
                    }
                }
                return found;
            }
        }));
    }
}
