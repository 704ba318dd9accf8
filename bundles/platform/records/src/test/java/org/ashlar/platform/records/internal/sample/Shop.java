package org.ashlar.platform.records.internal.sample;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import javax.persistence.metamodel.EntityType;
import javax.persistence.metamodel.Metamodel;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.RecordRights;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.search.SearchIndexes;
import org.ashlar.platform.records.internal.sql.Database;

/** A small shop on Derby in memory, without OSGi: two companies, customers, orders with lines and an extension. */
public final class Shop {

    public static final long COMPANY = 7;
    public static final long OTHER_COMPANY = 8;

    private static final String BASE = "id bigint not null primary key, version int not null, company_id bigint not null,"
            + " created_at timestamp not null, created_by bigint not null, changed_at timestamp not null,"
            + " changed_by bigint not null, ";

    public final DataSource source;
    public final Database database;
    public final DefaultCatalog catalog = new DefaultCatalog();
    public final Set<String> denied = new HashSet<>();
    public final Access access = new TestAccess();
    public final SearchIndexes search;
    public final RecordReader reader;
    public RecordRights rights = new TestRights();
    public boolean inTransaction;
    public long company = COMPANY;

    public Shop(String name) {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:" + name);
        derby.setCreateDatabase("create");
        source = derby;
        sql("create table shop_customer (" + BASE + "name varchar(40) not null, parent_id bigint)");
        sql("create table shop_order (" + BASE.replace("primary key", "constraint pk_shop_order primary key") + "number varchar(10) not null, order_date date not null, customer_id bigint"
                + " not null, thing_id bigint, state varchar(16) not null, total decimal(9,2), secret varchar(10),"
                + " historic boolean not null, unique (company_id, number))");
        sql("create table shop_order_line (" + BASE + "order_id bigint not null, line_no int not null,"
                + " text varchar(20) not null, quantity decimal(9,3) not null)");
        sql("create table acme_loyalty_customer (id bigint not null primary key, points int)");
        database = new Database(source, source, registry(), true);
        catalog.add("shop", factory(CustomerEntity.class, OrderEntity.class, OrderLineEntity.class));
        search = new SearchIndexes(database);
        reader = new RecordReader(catalog, database, access, search, () -> rights);
    }

    /** Installs the extension and answers its factory, for removing it again. */
    public EntityManagerFactory extend() {
        EntityManagerFactory factory = factory(CustomerLoyalty.class);
        catalog.add("acme-loyalty", factory);
        return factory;
    }

    public void customer(long id, long owner, String name, Long parent) {
        sql("insert into shop_customer values (" + id + ", 0, " + stamps(owner) + ", '" + name + "', " + parent + ")");
    }

    public void order(long id, long owner, String number, String date, long customer, String state, String total) {
        sql("insert into shop_order values (" + id + ", 3, " + stamps(owner) + ", '" + number + "', '" + date + "', "
                + customer + ", 5, '" + state + "', " + total + ", 'hush', false)");
    }

    public void line(long id, long order, int position, String text) {
        sql("insert into shop_order_line values (" + id + ", 0, " + stamps(COMPANY) + ", " + order + ", " + position + ", '"
                + text + "', 1.500)");
    }

    private static String stamps(long owner) {
        return owner + ", timestamp('2026-01-02 03:04:05'), 1, timestamp('2026-01-02 03:04:05'), 1";
    }

    public void sql(String statement) {
        try (Connection connection = source.getConnection(); Statement s = connection.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private TransactionSynchronizationRegistry registry() {
        return stub(TransactionSynchronizationRegistry.class, (method, arguments) ->
                method.equals("getTransactionKey") && inTransaction ? "tx" : null);
    }

    private static EntityManagerFactory factory(Class<?>... classes) {
        Set<Object> types = Arrays.stream(classes).map(c -> stub(EntityType.class, (method, arguments) ->
                method.equals("getJavaType") ? c : null)).collect(Collectors.toSet());
        Metamodel metamodel = stub(Metamodel.class, (method, arguments) -> types);
        return stub(EntityManagerFactory.class, (method, arguments) -> metamodel);
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> type.getSimpleName();
                };
            }
            return answer.to(method.getName(), arguments);
        }));
    }

    private final class TestAccess implements Access {

        @Override
        public Caller caller() {
            return new Caller(1, "tester", company, Set.of(company), Set.of("*"), Locale.ENGLISH, ZoneOffset.UTC,
                    Channel.TOKEN, null);
        }

        @Override
        public boolean bound() {
            return true;
        }

        @Override
        public boolean may(String permission) {
            return !denied.contains(permission);
        }

        @Override
        public void require(String permission) {
            if (!may(permission)) {
                throw Problem.of(ProblemKind.DENIED, "platform.access.denied", permission);
            }
        }

        @Override
        public <T> T as(Caller caller, Supplier<T> work) {
            return work.get();
        }

        @Override
        public Caller system(long companyId) {
            return caller();
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 1, 2);
        }
    }
}
