// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.NewDatabase;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An embedded server for one test class, with the short ways that tests need: databases, scripts, queries, catalogs. */
public final class TestServer implements AutoCloseable {
    private static final String EMPTY = "template1";

    private final EmbeddedServer server;
    private final ServerScratchDatabases scratch;
    private final Plumbline plumbline;

    private TestServer(EmbeddedServer server) {
        this.server = server;
        this.scratch = new ServerScratchDatabases(DatabaseUrl.parse(server.url("postgres")));
        this.plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
    }

    /** Starts a server with the roles that scenarios grant to, and the tablespaces that they use. */
    public static TestServer start(int majorVersion) {
        return start(ServerOptions.of(majorVersion));
    }

    /** Starts a server with other settings than usual. */
    static TestServer start(ServerOptions options) {
        TestServer started = new TestServer(EmbeddedServer.start(options));
        started.run(started.url("postgres"), "CREATE ROLE app_reader; CREATE ROLE app_writer; CREATE ROLE app_owner");
        started.run(
                started.url("postgres"),
                "SET allow_in_place_tablespaces = on\n-- commit\nCREATE TABLESPACE app_space LOCATION ''"
                        + "\n-- commit\nCREATE TABLESPACE \"Other space\" LOCATION ''");
        return started;
    }

    public Plumbline plumbline() {
        return plumbline;
    }

    public EmbeddedServer embedded() {
        return server;
    }

    public DatabaseUrl url(String database) {
        return DatabaseUrl.parse(server.url(database));
    }

    /** Returns the URL of a database by way of another port of this machine, which leads to the server's. */
    public DatabaseUrl url(String database, int port) {
        return DatabaseUrl.parse(server.url(database).replace(":" + server.port() + "/", ":" + port + "/"));
    }

    /** Returns the URL of a new database with what the script makes. */
    public DatabaseUrl database(String name, String script) {
        run(url(EMPTY), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        run(url(EMPTY), NewDatabase.named(name, server.majorVersion()));
        run(url(name), script);
        return url(name);
    }

    /** Returns the URL of a new database that is a copy of another one, to which nobody is connected. */
    DatabaseUrl copy(DatabaseUrl from, String name) {
        run(url(EMPTY), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        run(url(EMPTY), NewDatabase.named(name, server.majorVersion()).replace("template0", from.databaseName()));
        return url(name);
    }

    /** Runs a script of any number of statements. */
    public void run(DatabaseUrl url, String script) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // What is sent as one text is one transaction, and a new label of an enum must be committed before its use.
            for (String part : script.split("(?m)^-- commit$", -1)) {
                statement.execute(part);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(script, e);
        }
    }

    /** Returns the rows that a query finds, their columns joined by bars. */
    List<String> rows(DatabaseUrl url, String query) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(found.getString(1)));
                for (int column = 2; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append('|').append(found.getString(column));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Returns how many rows each table holds, by its qualified and quoted name. */
    SortedMap<String, String> counts(DatabaseUrl url) {
        SortedMap<String, String> counts = new TreeMap<>();
        String tables = "SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')"
                + " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
        for (String table : rows(url, tables)) {
            counts.put(table, rows(url, "SELECT count(*) FROM " + table).getFirst());
        }
        return counts;
    }

    /** Returns the schema of a live database. */
    public LoadedSchema live(DatabaseUrl url) {
        return plumbline.load(new SchemaSource.LiveDatabase(url));
    }

    /** Returns the catalog of a live database. */
    public Catalog catalog(DatabaseUrl url) {
        return live(url).catalog();
    }

    /** Returns the schema that a script declares, hints included. */
    LoadedSchema declared(Path file) {
        return plumbline.load(new SchemaSource.SqlFiles(file));
    }

    /** Returns the schema that a script declares, hints included. */
    public LoadedSchema declared(String script) {
        try {
            Path file = Files.createTempFile("plumbline", ".sql");
            try {
                return declared(Files.writeString(file, script));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the scratch databases that are on the server now. */
    List<String> scratchDatabases() {
        return rows(url(EMPTY), "SELECT datname FROM pg_database WHERE datname LIKE 'plumbline\\_scratch%'");
    }

    @Override
    public void close() {
        scratch.close();
        server.close();
    }
}
