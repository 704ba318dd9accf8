package org.ashlar.platform.kernel.internal.jdbc;

import java.sql.SQLException;

/** A statement of the kernel failed; the cause says how. */
public final class JdbcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JdbcException(String sql, SQLException cause) {
        super(cause.getMessage() + " [" + sql + "]", cause);
    }

    public JdbcException(String message, Throwable cause) {
        super(message, cause);
    }
}
