// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Scratch databases in memory, each its own. Functions, collations and virtual table modules that an application adds to
 * its connections are not there; {@link #advice} says so.
 */
public final class SqliteScratchDatabases implements ScratchDatabases {
    private static final String IN_MEMORY = "jdbc:sqlite::memory:";

    @Override
    public ScratchDatabase create() {
        try {
            return new InMemory(DriverManager.getConnection(IN_MEMORY));
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.NO_SCRATCH_DATABASE,
                    "No SQLite database can be made in memory: " + e.getMessage() + ".",
                    "Put the JDBC driver org.xerial:sqlite-jdbc on the class path.",
                    null,
                    e);
        }
    }

    @Override
    public String description() {
        return "in memory";
    }

    @Override
    public void close() {
        // Each database goes with its connection.
    }

    /** Returns what to do about a statement that a scratch database refused, where SQLite's own message does not say. */
    public static Optional<String> advice(SQLException error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("no such function") || message.contains("unknown function")) {
            return Optional.of(missing("function"));
        }
        if (message.contains("no such collation sequence")) {
            return Optional.of(missing("collation"));
        }
        if (message.contains("no such module")) {
            return Optional.of(missing("virtual table module"));
        }
        return Optional.empty();
    }

    private static String missing(String what) {
        return "SQLite itself has no such " + what + ". If the application defines it on its own connections, "
                + "Plumbline cannot know it: leave what uses it out of the compared schema.";
    }

    private record InMemory(Connection connection) implements ScratchDatabase {
        @Override
        public Connection open() {
            return new Unclosed(connection).proxy();
        }

        @Override
        public void stubRole(String name) {
            // SQLite has no roles.
        }

        @Override
        public Optional<String> advice(SQLException error) {
            return SqliteScratchDatabases.advice(error);
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new PlumblineException(
                        ErrorCode.DATABASE_ERROR,
                        "A scratch database in memory did not close: " + e.getMessage() + ".",
                        "Nothing is left behind once this process ends.",
                        null,
                        e);
            }
        }
    }

    /** The one connection to a database in memory, handed out so that closing it does not end the database. */
    private record Unclosed(Connection connection) {
        Connection proxy() {
            return (Connection) Proxy.newProxyInstance(
                    SqliteScratchDatabases.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    });
        }
    }
}
