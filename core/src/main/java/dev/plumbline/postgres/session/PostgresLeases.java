// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.LeaseTable;
import dev.plumbline.execute.LockName;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Where the leases of a PostgreSQL database are: in the schema that the lock is named with; else in {@code public}, or
 * for a role that may not make tables there, in its current schema.
 */
final class PostgresLeases implements LeaseTable.Finder {
    static final String TABLE = "plumbline_lease";

    private static final int NETWORK_TIMEOUT_MILLIS = 5000;

    private final LockName name;

    PostgresLeases(LockName name) {
        this.name = name;
    }

    String lockName() {
        return name.text();
    }

    @Override
    public Optional<LeaseTable> open(Connection own) throws SQLException {
        own.setAutoCommit(true);
        // A heartbeat that hangs is worse than one that fails.
        own.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        Optional<PostgresLeaseTable> found = find(own);
        if (found.isEmpty()) {
            make(own);
            found = find(own);
        }
        return Optional.of(found.orElseThrow(() -> missing(name.schema().orElse("public"), "it vanished", null)));
    }

    /**
     * Returns the table if it is there.
     *
     * @throws PlumblineException with {@code LOCK_NOT_AVAILABLE} when it belongs to a role that could be anybody: what
     *     its owner hangs on it, such as a trigger, would run with the rights of this role
     */
    Optional<PostgresLeaseTable> find(Connection own) throws SQLException {
        String schemas = name.schema().map(Sql::literal).orElse("'public', pg_catalog.current_schema()");
        String query = "SELECT n.nspname, o.rolname, o.rolsuper OR pg_catalog.pg_has_role(o.oid, 'MEMBER')"
                + " OR o.oid = n.nspowner OR o.oid = d.datdba"
                + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_catalog.pg_roles o ON o.oid = c.relowner"
                + " JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()"
                + " WHERE c.relname = '" + TABLE + "' AND c.relkind = 'r' AND n.nspname IN (" + schemas + ")"
                + " ORDER BY n.nspname <> 'public' LIMIT 1";
        try (Statement statement = own.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            String table = Sql.name(row.getString(1)) + "." + TABLE;
            if (!row.getBoolean(3)) {
                throw untrusted(table, row.getString(2));
            }
            return Optional.of(new PostgresLeaseTable(table, AdvisoryKey.of(name)));
        }
    }

    private void make(Connection own) throws SQLException {
        String schema = name.schema().orElseGet(() -> "public");
        try (Statement statement = own.createStatement()) {
            if (name.schema().isEmpty()) {
                schema = target(statement);
            }
            statement.execute(ddl(schema));
        } catch (SQLException e) {
            // Another run may make the table at this moment; which error that gives depends on how far it is.
            if (find(own).isEmpty()) {
                throw missing(schema, ServerMessage.of(e).text(), e);
            }
        }
    }

    private static String target(Statement statement) throws SQLException {
        String query = "SELECT CASE WHEN pg_catalog.to_regnamespace('public') IS NULL"
                + " OR NOT pg_catalog.has_schema_privilege('public', 'CREATE')"
                + " THEN coalesce(pg_catalog.current_schema()::pg_catalog.text, 'public') ELSE 'public' END";
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String ddl(String schema) {
        return "CREATE TABLE " + Sql.name(schema) + "." + TABLE + " (name text PRIMARY KEY, owner text NOT NULL,"
                + " fence bigint NOT NULL, holder text NOT NULL, acquired_at timestamptz NOT NULL,"
                + " expires_at timestamptz NOT NULL)";
    }

    private static PlumblineException missing(
            String schema, String why, @org.jspecify.annotations.Nullable SQLException cause) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "A connection pooler stands before this database, so that the migration lock needs the table " + TABLE
                        + ", and that cannot be made: " + why + ". Nothing was done.",
                "Connect to the server directly, not through the pooler. Or let a role that may do so run once: "
                        + ddl(schema) + "; GRANT SELECT, INSERT, UPDATE ON " + Sql.name(schema) + "." + TABLE
                        + " TO this role.",
                null,
                cause);
    }

    private static PlumblineException untrusted(String table, String owner) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "The table " + table + " belongs to the role " + owner + ", which owns neither the database nor the"
                        + " schema, nor is it a role of this one. Nothing was done.",
                "If the role is to be trusted, make the owner of the database the owner of the table; else drop the"
                        + " table.");
    }
}
