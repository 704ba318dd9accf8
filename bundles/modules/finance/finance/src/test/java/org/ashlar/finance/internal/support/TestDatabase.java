package org.ashlar.finance.internal.support;

import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Finance's tables, made from its own changelog, on an in-memory Derby with one connection, which stands for the running
 * transaction. Counts what is executed.
 */
public final class TestDatabase implements DataSource {

    private static final Set<String> EXECUTE = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    static {
        System.setProperty("derby.stream.error.file", "target/derby.log");
    }

    private final Connection connection;
    private final List<String> executed = new ArrayList<>();

    /** An empty database. */
    public TestDatabase() {
        try {
            connection = DriverManager.getConnection("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
            try (InputStream in = TestDatabase.class.getResourceAsStream("/ASHLAR-INF/migration/changelog.xml")) {
                NodeList changes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                        .getElementsByTagName("changeSet");
                for (Element change : elements(changes)) {
                    if (change.getAttribute("dbms").equals("postgresql")) {
                        continue;
                    }
                    for (Element step : elements(change.getChildNodes())) {
                        update(ddl(step));
                    }
                }
            }
            executed.clear();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real connection. */
    public Connection raw() {
        return connection;
    }

    /** First word and table of each statement executed since the last call. */
    public List<String> executed() {
        List<String> all = List.copyOf(executed);
        executed.clear();
        return all;
    }

    /** Runs a statement that is not counted. */
    public void update(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row. */
    public String value(String sql) {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String ddl(Element step) {
        String table = step.getAttribute("tableName");
        return switch (step.getTagName()) {
            case "createTable" -> "CREATE TABLE " + table + " (" + columns(step) + ")";
            case "addUniqueConstraint" -> "ALTER TABLE " + table + " ADD CONSTRAINT " + step.getAttribute("constraintName")
                    + " UNIQUE (" + step.getAttribute("columnNames") + ")";
            case "createIndex" -> "CREATE INDEX " + step.getAttribute("indexName") + " ON " + table + " ("
                    + elements(step.getElementsByTagName("column")).stream().map(column -> column.getAttribute("name"))
                            .collect(Collectors.joining(", ")) + ")";
            case "addColumn" -> "ALTER TABLE " + table + " ADD COLUMN " + elements(step.getElementsByTagName("column")).stream()
                    .map(column -> column.getAttribute("name") + " " + column.getAttribute("type")
                            + (column.hasAttribute("defaultValueBoolean")
                                    ? " NOT NULL DEFAULT " + column.getAttribute("defaultValueBoolean") : ""))
                    .collect(Collectors.joining(", "));
            case "delete" -> "DELETE FROM " + table;
            case "dropTable" -> "DROP TABLE " + table;
            case "addForeignKeyConstraint" -> "ALTER TABLE " + step.getAttribute("baseTableName") + " ADD CONSTRAINT "
                    + step.getAttribute("constraintName") + " FOREIGN KEY (" + step.getAttribute("baseColumnNames")
                    + ") REFERENCES " + step.getAttribute("referencedTableName") + " (id)";
            default -> throw new IllegalArgumentException(step.getTagName());
        };
    }

    private static String columns(Element table) {
        List<String> columns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Element column : elements(table.getElementsByTagName("column"))) {
            List<Element> constraints = elements(column.getElementsByTagName("constraints"));
            boolean required = constraints.stream().anyMatch(c -> c.getAttribute("nullable").equals("false"));
            if (constraints.stream().anyMatch(c -> c.getAttribute("primaryKey").equals("true"))) {
                keys.add(column.getAttribute("name"));
            }
            columns.add(column.getAttribute("name") + " " + column.getAttribute("type") + (required ? " NOT NULL" : ""));
        }
        columns.add("PRIMARY KEY (" + String.join(", ", keys) + ")");
        return String.join(", ", columns);
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(TestDatabase.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    Object result = call(connection, method, args);
                    return result instanceof PreparedStatement statement ? counted(statement, (String) args[0]) : result;
                });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(TestDatabase.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class}, (proxy, method, args) -> {
                    if (EXECUTE.contains(method.getName())) {
                        executed.add(sql.replaceAll("^(INSERT INTO|UPDATE|DELETE FROM|SELECT .*? FROM) (\\w+)[\\s\\S]*", "$2"));
                    }
                    return call(statement, method, args);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Derby writes its own.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // In memory.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
