// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.execute.Magnitudes;
import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.WorkRate;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads sizes of relations, and measures rates, on PostgreSQL. */
public final class PostgresMagnitudes implements Magnitudes {
    private static final String TABLE = "public.plumbline_rate";
    private static final int ROWS = 60_000;
    private static final int ATTEMPTS = 3;
    private static final double NANOS = 1e9;

    /** The index on the names of relations answers it, however many there are. */
    private static final String SIZES = """
            SELECT w.relation, pg_catalog.pg_table_size(c.oid), pg_catalog.pg_indexes_size(c.oid), c.reltuples
            FROM unnest(?, ?, ?) AS w(relation, schema, name)
            JOIN pg_catalog.pg_namespace n ON n.nspname = w.schema
            JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
            WHERE c.relkind IN ('r', 'm', 'i') ORDER BY 1
            """;

    @Override
    public List<RelationSize> sizes(Connection live, Set<String> relations) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        for (String relation : relations) {
            // Either part may hold a dot.
            for (int dot = relation.indexOf('.'); dot >= 0; dot = relation.indexOf('.', dot + 1)) {
                names.add(relation);
                schemas.add(relation.substring(0, dot));
                bare.add(relation.substring(dot + 1));
            }
        }
        List<RelationSize> sizes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        boolean alone = live.getAutoCommit();
        live.setAutoCommit(false);
        try (PreparedStatement statement = live.prepareStatement(SIZES)) {
            try (Statement setting = live.createStatement()) {
                // A size is read under ACCESS SHARE; where that has to wait, it is not worth it.
                setting.execute("SET TRANSACTION READ ONLY; SET LOCAL lock_timeout = '500ms'");
            }
            statement.setArray(1, array(live, names));
            statement.setArray(2, array(live, schemas));
            statement.setArray(3, array(live, bare));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!seen.add(rows.getString(1))) {
                        ambiguous.add(rows.getString(1));
                    }
                    double estimate = rows.getDouble(4);
                    sizes.add(new RelationSize(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            estimate < 0 ? Optional.empty() : Optional.of((long) estimate)));
                }
            }
        } finally {
            live.rollback();
            live.setAutoCommit(alone);
        }
        sizes.removeIf(size -> ambiguous.contains(size.relation()));
        return sizes;
    }

    private static Array array(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    @Override
    public WorkRate measure(Connection scratch) throws SQLException {
        scratch.setAutoCommit(false);
        try {
            run(scratch, "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = '10s'");
            run(scratch, "CREATE TABLE " + TABLE + " (id integer, v text)");
            run(
                    scratch,
                    "INSERT INTO " + TABLE + " SELECT g, pg_catalog.repeat('x', 80) FROM generate_series(1, " + ROWS
                            + ") AS g");
            long bytes = bytes(scratch);
            double scan = best(scratch, "ALTER TABLE " + TABLE + " ADD CHECK (id > 0)");
            double index = best(scratch, "CREATE INDEX ON " + TABLE + " (id)");
            double rewrite = best(scratch, "ALTER TABLE " + TABLE + " ALTER COLUMN id TYPE bigint");
            return new WorkRate((long) (bytes / scan), (long) (bytes / rewrite), (long) (ROWS / index));
        } finally {
            scratch.rollback();
            scratch.setAutoCommit(true);
        }
    }

    /** Returns the seconds of the fastest of a few runs; the others had to wait for something else. */
    private static double best(Connection connection, String sql) throws SQLException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            run(connection, "SAVEPOINT plumbline_rate");
            long begin = System.nanoTime();
            run(connection, sql);
            best = Math.min(best, (System.nanoTime() - begin) / NANOS);
            run(connection, "ROLLBACK TO SAVEPOINT plumbline_rate");
        }
        return best;
    }

    private static long bytes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_table_size('" + TABLE + "')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
