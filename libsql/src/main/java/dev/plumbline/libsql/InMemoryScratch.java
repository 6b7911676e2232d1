// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.Function;

/**
 * Scratch databases in memory, of SQLite itself, where libSQL's functions for vectors have stand-ins: schemas that name
 * them load, and a vector index is an index over its column. What vectors are is not checked there.
 */
public final class InMemoryScratch implements ScratchDatabases {
    private static final int ANY_NUMBER = -1;

    /** libSQL's functions (libSQL, {@code libsql-sqlite3/src/vector.c}) that can stand in a schema. */
    private static final List<String> FUNCTIONS = List.of(
            "libsql_vector_idx",
            "vector",
            "vector1bit",
            "vector8",
            "vector16",
            "vector32",
            "vector64",
            "vectorb16",
            "vector_extract",
            "vector_distance_cos",
            "vector_distance_l2");

    private final ScratchDatabases memory = new SqliteScratchDatabases();

    @Override
    public ScratchDatabase create() {
        ScratchDatabase database = memory.create();
        try {
            for (String name : FUNCTIONS) {
                register(database.connection(), name);
            }
            return database;
        } catch (SQLException e) {
            database.close();
            throw new PlumblineException(
                    ErrorCode.NO_SCRATCH_DATABASE,
                    "SQLite does not take the functions that stand in for libSQL's: " + e.getMessage() + ".",
                    "This is a defect of Plumbline. Please report it.",
                    null,
                    e);
        }
    }

    private static void register(Connection connection, String name) throws SQLException {
        Function.create(connection, name, new FirstArgument(), ANY_NUMBER, Function.FLAG_DETERMINISTIC);
    }

    /** A function whose value is its first argument. */
    private static final class FirstArgument extends Function {
        @Override
        protected void xFunc() throws SQLException {
            if (args() == 0) {
                result();
            } else {
                value(0);
            }
        }

        private void value(int argument) throws SQLException {
            switch (value_type(argument)) {
                case 1 -> result(value_long(argument));
                case 2 -> result(value_double(argument));
                case 3 -> result(value_text(argument));
                case 4 -> result(value_blob(argument));
                default -> result();
            }
        }
    }

    @Override
    public String description() {
        return "in memory";
    }

    @Override
    public void close() {
        memory.close();
    }
}
