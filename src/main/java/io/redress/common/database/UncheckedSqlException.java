package io.redress.common.database;

import java.sql.SQLException;

/** A statement failed. The cause is the driver's exception, by which {@code common.problem} recognises the trouble. */
public final class UncheckedSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncheckedSqlException(String message, SQLException cause) {
        super(message, cause);
    }
}
