// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mesh;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.HeldRoles;
import dev.plumbline.acceptance.Places;
import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server with pgvector for one test: databases built from a version of the platform, and the library beside them. */
final class MeshServer implements AutoCloseable {
    static final List<String> SEARCH_PATH = List.of("mcp", "public");
    static final String INITIAL = "2-initial";
    static final String DYNAMIC_TOOLS = "4-dynamic-tools";
    static final String LATEST = "5-latest";
    /** The migrations give rights to it. */
    private static final List<String> ROLES = List.of("devmesh");

    private final Path corpus = Places.corpus("developer-mesh");
    private final String serverUrl = VectorServer.url();
    private final DatabaseUrl server = DatabaseUrl.parse(serverUrl);
    private final ServerScratchDatabases scratch = new ServerScratchDatabases(server);
    private final List<String> databases = new ArrayList<>();

    MeshServer() throws SQLException {
        HeldRoles.take(server, ROLES);
    }

    /** Returns the library with its scratch databases on the server. */
    Plumbline plumbline() {
        return Plumbline.of(Engines.forId("postgres"), scratch).withSearchPath(SEARCH_PATH);
    }

    /** Returns a version's migration folder. */
    Path folder(String version) {
        return corpus.resolve(version);
    }

    /** Returns a version's schema, its migrations replayed by Plumbline. */
    LoadedSchema load(String version) {
        return plumbline().load(new SchemaSource.MigrationFolder(folder(version)));
    }

    /** Returns the URL of the server's own database, as text. */
    String url() {
        return serverUrl;
    }

    /** Returns the URL of another database of the server, as text. */
    String url(String database) {
        return serverUrl.replaceFirst("(://[^/]+/)[^?]*", "$1" + database);
    }

    /** Makes a database whose migrations the driver alone has run, as the platform's own tool would. */
    DatabaseUrl build(String database, String version) throws SQLException, IOException {
        makeDatabase(database);
        DatabaseUrl built = server.withDatabase(database);
        try (Connection connection = built.open();
                Statement statement = connection.createStatement();
                Stream<Path> files = Files.list(folder(version))) {
            statement.setEscapeProcessing(false);
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".up.sql")).sorted().toList()) {
                statement.execute("RESET ALL");
                statement.execute("SET search_path = mcp, public");
                statement.execute(Files.readString(file));
            }
        }
        return built;
    }

    /** Makes an empty database. */
    DatabaseUrl makeDatabase(String database) throws SQLException {
        execute(server, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        execute(server, "CREATE DATABASE " + database + " TEMPLATE template0");
        databases.add(database);
        return server.withDatabase(database);
    }

    /** Returns what is on the server beyond a database: its databases and roles. */
    List<String> belongings() throws SQLException {
        return query(server, "SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles ORDER BY 1");
    }

    static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column. */
    static List<String> query(DatabaseUrl url, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        scratch.close();
        for (String database : databases) {
            execute(server, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        HeldRoles.giveBack(server, ROLES);
    }
}
