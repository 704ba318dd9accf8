package org.ashlar.platform.security.internal.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.node.OtherNodes;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The tables of this module in memory, with the platform's services as thin as can be; counts statements. */
final class TestDatabase implements Sql, AutoCloseable {
    private static int number;
    private final Connection connection;
    private final DSLContext db;
    int uses;

    TestDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:derby:memory:security" + ++number + ";create=true");
        db = DSL.using(connection, SQLDialect.DERBY);
        db.execute("create table platform_user (id bigint primary key, login varchar(64), name varchar(255), "
                + "email varchar(255), locale varchar(16), time_zone varchar(64), active boolean, default_company bigint, kind varchar(16) default 'INTERNAL', "
                + "party_id bigint, department varchar(255), "
                + "password_hash varchar(255), failures int default 0 not null, locked_until timestamp, locks int default 0 not null, password_changed_at timestamp)");
        db.execute("create table platform_user_role (user_id bigint, role_code varchar(64), company bigint)");
        db.execute("create table platform_role (code varchar(64), grants varchar(4000), includes varchar(4000), portal boolean)");
        db.execute("create table platform_group (id bigint, code varchar(64))");
        db.execute("create table platform_group_role (group_id bigint, role_code varchar(64), company bigint)");
        db.execute("create table platform_group_member (group_id bigint, user_id bigint)");
        db.execute("create table platform_record_rule (code varchar(64), role_code varchar(64), model varchar(64), "
                + "filter_text varchar(255), for_read boolean, for_write boolean, active boolean)");
        db.execute("create table platform_field_right (role_code varchar(64), model varchar(64), field_name varchar(64), "
                + "field_right varchar(16))");
        db.execute("create table platform_duty_conflict (code varchar(64), title varchar(64), first_permission varchar(64), "
                + "second_permission varchar(64), active boolean)");
        db.execute("create table platform_api_token (id bigint, user_id bigint, company_id bigint, hash varchar(64), "
                + "scopes varchar(4000), expires_at timestamp, last_used_at timestamp)");
        String head = "id bigint, version int, company_id bigint, created_at timestamp, created_by bigint, changed_at timestamp, "
                + "changed_by bigint, ";
        db.execute("create table platform_session (" + head + "hash varchar(64) primary key, user_id bigint, "
                + "seen_at timestamp, address varchar(64), device varchar(255), way varchar(64), step varchar(16))");
        db.execute("create table platform_sign_in (" + head + "login varchar(64), user_id bigint, outcome varchar(32), "
                + "reason varchar(64), way varchar(64), address varchar(64), device varchar(255))");
        db.execute("create table platform_sign_in_policy (code varchar(16), min_length int, refuse_common boolean, former int, "
                + "max_age_days int, lock_after int, lock_minutes int, idle_minutes int, session_hours int, session_pace int, "
                + "token_pace int, address_pace int, token_max_days int)");
        db.execute("insert into platform_sign_in_policy values ('default', 10, true, 2, 0, 10, 15, 30, 12, 0, 0, 0, 0)");
        db.execute("create table platform_sign_in_rule (role_code varchar(64), user_id bigint, demands_totp boolean, "
                + "networks varchar(2000), active boolean)");
        db.execute("create table platform_totp (user_id bigint primary key, secret varchar(255), created_at timestamp, "
                + "confirmed_at timestamp, last_step bigint)");
        db.execute("create table platform_totp_recovery (hash varchar(64) primary key, user_id bigint, used_at timestamp)");
        db.execute("create table platform_password_history (user_id bigint, hash varchar(255), created_at timestamp)");
    }

    DSLContext db() {
        return db;
    }

    /** No other node. */
    static OtherNodes alone() {
        return new OtherNodes() {
            @Override
            public void tell(String topic, String text) {
                // Nobody is there.
            }

            @Override
            public boolean any() {
                return false;
            }
        };
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        uses++;
        return work.apply(db);
    }

    @Override
    public <T> T inTransaction(Function<DSLContext, T> work) {
        uses++;
        return work.apply(db);
    }

    @Override
    public <T> T any(Function<DSLContext, T> work) {
        uses++;
        return work.apply(db);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    static Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T required(Supplier<T> work) {
                return work.get();
            }

            @Override
            public <T> T separate(Supplier<T> work) {
                return work.get();
            }

            @Override
            public void afterCommit(Runnable work) {
                work.run();
            }

            @Override
            public void beforeCommit(Runnable work) {
                work.run();
            }

            @Override
            public boolean active() {
                return false;
            }
        };
    }

    static IdSource ids() {
        AtomicLong next = new AtomicLong(100);
        return only(IdSource.class, (proxy, method, args) -> next.incrementAndGet());
    }

    static Companies companies(long... ids) {
        List<Company> all = java.util.Arrays.stream(ids).mapToObj(id -> new Company(id, "C" + id, "Company " + id, "CNY", "CN",
                Locale.CHINA, ZoneId.of("Asia/Shanghai"), "cn")).toList();
        return only(Companies.class, (proxy, method, args) -> {
            if ("list".equals(method.getName())) {
                return all;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    static <T> T only(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
