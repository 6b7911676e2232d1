// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.Introspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Reads PostgreSQL's system catalogs in one repeatable-read snapshot, with an empty search path, so that every name that
 * the server deparses is qualified, and with the settings fixed that deparsed values depend on.
 */
public final class PostgresIntrospector implements Introspector {
    private static final int OLDEST = 14;
    private static final int NEWEST = 18;
    private static final int HAS_TRANSACTION_TIMEOUT = 17;
    private static final String TRANSACTION_TIMEOUT = "; SET LOCAL transaction_timeout = 0";
    private static final String SAVEPOINT = "plumbline_inspect";

    /** Bounds and defaults of date types are deparsed by these settings; DBAs set them per database. */
    private static final String SETTINGS = "SET LOCAL search_path = ''; SET LOCAL TimeZone = 'UTC';"
            + " SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres';"
            + " SET LOCAL quote_all_identifiers = off; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;"
            // Without it every backslash in a literal is shown twice.
            + " SET LOCAL standard_conforming_strings = on;"
            // What a DBA allows an application's statement is no limit for a catalog; pg_dump lifts these too.
            + " SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;"
            // Compiling a query, or handing rows between processes, costs more than the catalog's queries gain.
            + " SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0;"
            // The joins are written in the order in which they are best made: to try all orders of ten tables takes the
            // server longer than to read a small schema.
            + " SET LOCAL join_collapse_limit = 1";

    /** The bytes of catalogs that have rows for every kind of object, and how many they are before plans have to fit them. */
    private static final String IS_LARGE = "SELECT pg_relation_size('pg_catalog.pg_depend')"
            + " + pg_relation_size('pg_catalog.pg_attribute') > 2 * 1024 * 1024";

    @Override
    public Catalog inspect(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        String version = connection.getMetaData().getDatabaseProductVersion();
        refuseUnknownVersion(major, version);
        boolean autoCommit = connection.getAutoCommit();
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                statement.execute(major >= HAS_TRANSACTION_TIMEOUT ? SETTINGS + TRANSACTION_TIMEOUT : SETTINGS);
            }
            return read(connection, new DatabaseProduct("postgres", firstWord(version), major));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    /** A savepoint takes the settings back, and the locks that deparsing takes on what it reads. */
    @Override
    public Catalog inspectWithin(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return inspect(connection);
        }
        int major = connection.getMetaData().getDatabaseMajorVersion();
        String version = connection.getMetaData().getDatabaseProductVersion();
        refuseUnknownVersion(major, version);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT " + SAVEPOINT);
            try {
                statement.execute(SETTINGS);
                return read(connection, new DatabaseProduct("postgres", firstWord(version), major));
            } finally {
                statement.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT + "; RELEASE SAVEPOINT " + SAVEPOINT);
            }
        }
    }

    private static Catalog read(Connection connection, DatabaseProduct product) throws SQLException {
        planForLarge(connection);
        Catalog.Builder builder = Catalog.builder(product);
        try (CatalogReading reading = new CatalogReading(connection, builder, product.majorVersion())) {
            read(reading);
        }
        return builder.build();
    }

    /**
     * A connection to a scratch database keeps the plans of the catalog's queries. Those that were made while it was small take the
     * square of its size when it no longer is; there, planning them anew costs nothing beside running them.
     */
    private static void planForLarge(Connection connection) throws SQLException {
        boolean large;
        try (PreparedStatement statement = connection.prepareStatement(IS_LARGE);
                ResultSet row = statement.executeQuery()) {
            large = row.next() && row.getBoolean(1);
        }
        if (large) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DISCARD PLANS");
            }
        }
    }

    private static void read(CatalogReading reading) throws SQLException {
        ColumnReader columns = new ColumnReader(reading);
        StoredIndexReader storedIndexes = new StoredIndexReader(reading);
        new TypeReader(reading).read();
        ImpliedReader implied = new ImpliedReader(reading);
        RelationReader relations = new RelationReader(reading, implied);
        Map<Long, List<SchemaObject>> parts = implied.read();
        relations.read(parts);
        new ForeignReader(reading).read(relations.parents(), parts);
        reading.announce(List.of(
                columns.query(),
                ConstraintReader.CONSTRAINTS,
                ConstraintReader.INDEXES,
                storedIndexes.query(),
                DependencyReader.EDGES));
        columns.read();
        new ConstraintReader(reading, implied).read();
        new ViewReader(reading).read();
        storedIndexes.read(); // the columns of tables and of materialized views are known by now
        new RoutineReader(reading).read();
        new AttachedReader(reading).read();
        new MethodReader(reading).read();
        new AccessoryReader(reading).read();
        new ExtensionTypeReader(reading).read();
        new PublicationReader(reading).read();
        new CommentReader(reading).read();
        new PrivilegeReader(reading).read();
        new OwnerReader(reading).read();
        new DependencyReader(reading).read();
        new UnmodelledReader(reading).read();
    }

    /**
     * Refuses a server whose catalogs are not known.
     *
     * @param version as the server says it, for the message
     */
    public static void refuseUnknownVersion(int major, String version) {
        if (major < OLDEST || major > NEWEST) {
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    "The server is PostgreSQL " + version + "; this Plumbline knows the catalogs of " + OLDEST + " to "
                            + NEWEST + ", and reading others might overlook objects.",
                    major > NEWEST
                            ? "Use a newer Plumbline."
                            : "Upgrade the server: versions before " + OLDEST + " are no longer maintained.");
        }
    }

    private static String firstWord(String version) {
        int blank = version.indexOf(' ');
        return blank < 0 ? version : version.substring(0, blank);
    }
}
