package org.ashlar.platform.records.internal.sql;

import java.sql.SQLException;

/** A database call of the engine failed; the cause says how, {@code ProblemWriter} what it means to the caller. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the SQL exception. */
    public SqlFailure(String message, SQLException cause) {
        super(message, cause);
    }
}
