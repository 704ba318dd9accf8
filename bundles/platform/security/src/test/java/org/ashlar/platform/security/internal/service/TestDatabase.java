package org.ashlar.platform.security.internal.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
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
                + "email varchar(255), locale varchar(16), time_zone varchar(64), active boolean, default_company bigint, "
                + "password_hash varchar(255), failures int default 0 not null, locked_until timestamp)");
        db.execute("create table platform_user_role (user_id bigint, role_code varchar(64), company bigint)");
        db.execute("create table platform_role (code varchar(64), grants varchar(4000))");
        db.execute("create table platform_api_token (id bigint, user_id bigint, company_id bigint, hash varchar(64), "
                + "scopes varchar(4000), expires_at timestamp, last_used_at timestamp)");
        db.execute("create table platform_session (hash varchar(64) primary key, user_id bigint, company_id bigint, "
                + "created_at timestamp, seen_at timestamp, address varchar(64))");
    }

    DSLContext db() {
        return db;
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
