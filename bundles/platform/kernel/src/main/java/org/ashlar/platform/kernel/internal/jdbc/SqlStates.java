package org.ashlar.platform.kernel.internal.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;

/** What the SQL states of Derby and PostgreSQL mean to the kernel. */
public final class SqlStates {

    private static final Set<String> VICTIM = Set.of("40001", "40P01", "40XL1", "40XL2");
    private static final Set<String> LOST = Set.of("XSDG1", "XSDG2", "XSLA4", "XJ040", "XJ015", "XBM0H",
            "25502", "25503", "25505", "57P01", "57P02", "57P03",
            "53100", "53200", "53300", "58030");
    private static final Set<String> DUPLICATE = Set.of("23505");
    private static final Set<String> MISSING = Set.of("42X05", "42P01", "42Y07");

    private SqlStates() {
    }

    /** Whether the database gave the transaction up for another one, so that trying again helps. */
    public static boolean isVictim(Throwable failure) {
        return matches(failure, e -> VICTIM.contains(state(e)));
    }

    /** Whether the database cannot be reached or cannot write at present. */
    public static boolean isUnavailable(Throwable failure) {
        return matches(failure, e -> e instanceof SQLTransientConnectionException
                || e.getSQLState() != null && (e.getSQLState().startsWith("08") || LOST.contains(e.getSQLState())));
    }

    /** Whether a unique key was hurt. */
    public static boolean isDuplicate(Throwable failure) {
        return matches(failure, e -> DUPLICATE.contains(state(e)));
    }

    /** Whether the table or its schema does not exist. */
    public static boolean isMissingTable(Throwable failure) {
        return matches(failure, e -> MISSING.contains(state(e)));
    }

    /** Never null: pools that time out say no state. */
    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static boolean matches(Throwable failure, Predicate<SQLException> test) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
            if (t instanceof SQLException first) {
                for (SQLException e = first; e != null && depth < 20; e = e.getNextException(), depth++) {
                    if (test.test(e)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
