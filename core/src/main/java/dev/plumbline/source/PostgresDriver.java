// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What PostgreSQL's driver can do beyond JDBC. It is asked by reflection, because core has no driver to compile against. */
public final class PostgresDriver {
    private static final String DRIVER_CONNECTION = "org.postgresql.PGConnection";
    private static final String FEATURE_NOT_SUPPORTED = "0A000";

    private PostgresDriver() {}

    /**
     * Sends a {@code COPY … FROM STDIN} and the rows that it takes (pgjdbc documentation, {@code CopyManager.copyIn}).
     *
     * @throws SQLException as the server says, or where the connection is not of that driver
     */
    public static void copyIn(Connection connection, String sql, String rows) throws SQLException {
        Object copies = call(connection, "getCopyAPI")
                .orElseThrow(() -> new SQLException(
                        "rows for COPY can be sent by PostgreSQL's own JDBC driver alone (org.postgresql:postgresql)",
                        FEATURE_NOT_SUPPORTED));
        try {
            copies.getClass()
                    .getMethod("copyIn", String.class, Reader.class)
                    .invoke(copies, sql, new StringReader(rows));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException said ? said : new SQLException(e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new SQLException("PostgreSQL's JDBC driver has no copyIn: " + e, FEATURE_NOT_SUPPORTED, e);
        }
    }

    /** Returns what a method of the driver's connection gives; empty for another driver, or one that this loader does not see. */
    public static Optional<Object> call(Connection connection, String method) throws SQLException {
        ClassLoader[] loaders = {
            connection.getClass().getClassLoader(),
            Thread.currentThread().getContextClassLoader(),
            PostgresDriver.class.getClassLoader()
        };
        for (ClassLoader loader : loaders) {
            try {
                Class<?> type = Class.forName(DRIVER_CONNECTION, false, loader);
                if (connection.isWrapperFor(type)) {
                    Object driver = connection.unwrap(type);
                    return Optional.ofNullable(type.getMethod(method).invoke(driver));
                }
            } catch (ClassNotFoundException
                    | NoSuchMethodException
                    | IllegalAccessException
                    | InvocationTargetException e) {
                // Another driver, or one that this loader does not see.
            }
        }
        return Optional.empty();
    }
}
