// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli.demo;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The story of {@code plumbline demo --platform}: the agent platform of {@code packs/mcp}, left dirty by its migration tool, is led to its complete schema by
 * its migrations. On a server with pgvector it is the whole platform, on others, as the embedded one, all but what needs that.
 */
public final class PlatformDemo {
    private static final int NEWEST = 18;
    private static final String DATABASE = "plumbline_demo";
    private static final List<String> ROLES = List.of("mcp_app", "mcp_security", "mcp_maintenance");

    private final Story story;
    private final Commands commands;
    private final boolean keep;
    private final Path reports;

    /** Plumbline's own commands, as a shell would run them. */
    @FunctionalInterface
    public interface Commands {
        /** Runs one with its arguments, prints where it is told to, and returns its exit code. */
        int run(PrintWriter out, PrintWriter err, List<String> words);
    }

    /**
     * Prepares the story.
     *
     * @param out where it is told
     * @param commands the commands that it shows
     * @param keep whether the database stays
     * @param reports the folder that gets one with the platform's files
     */
    public PlatformDemo(PrintWriter out, Commands commands, boolean keep, Path reports) {
        this.story = new Story(out);
        this.commands = commands;
        this.keep = keep;
        this.reports = reports;
    }

    /** Tells it on an embedded server, and returns the exit code: 0 when no gap is left. */
    public int run() throws IOException, SQLException {
        ServerOptions options = ServerOptions.of(NEWEST).tell(line -> story.say("  " + line));
        EmbeddedServer server = EmbeddedServer.start(keep ? options.keepRunning() : options);
        boolean told = false;
        try {
            int exit = tell(DatabaseUrl.parse(server.url("postgres")));
            if (keep) {
                story.say("The database stays up:  " + server.url(DATABASE));
                story.say("Stop it with:           " + server.stopCommand());
            }
            told = true;
            return exit;
        } finally {
            if (!keep || !told) {
                server.stop();
            }
        }
    }

    /**
     * Tells it on a server, in a database of its own that is dropped behind it, with the roles that it made.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} where there is a database of that name, and for another engine
     */
    public int on(DatabaseUrl server) throws IOException, SQLException {
        if (!server.engineId().equals("postgres")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The agent platform is a schema for PostgreSQL, and " + server + " is none.",
                    "Name a PostgreSQL server, or leave --url away: then an embedded one is started.");
        }
        List<String> made = new ArrayList<>(ROLES);
        try (Connection connection = server.open()) {
            if (!column(connection, "SELECT datname FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .isEmpty()) {
                throw new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "There is a database " + DATABASE + " on " + server.withDatabase("") + ".",
                        "The demo makes it and drops it: drop it yourself first, if it is from an earlier one.");
            }
            made.removeAll(column(connection, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'mcp%'"));
        }
        try {
            int exit = tell(server);
            if (keep) {
                story.say("The database stays:  " + server.withDatabase(DATABASE));
            }
            return exit;
        } finally {
            if (!keep) {
                try (Connection connection = server.open()) {
                    execute(connection, "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
                    for (String role : made) {
                        execute(connection, "DROP ROLE IF EXISTS " + role);
                    }
                }
            }
        }
    }

    private int tell(DatabaseUrl server) throws IOException, SQLException {
        Set<PlatformFiles.Module> modules = modules(server);
        PlatformFiles files = PlatformFiles.copy(reports, modules);
        DatabaseUrl url = server.withDatabase(DATABASE);
        story.chapter(
                "1. The database",
                "An agent platform as it stands (packs/mcp): its migration tool left it dirty at version 1.");
        build(server, url, files, modules);
        story.say(whatIsThere(modules, files));

        story.chapter("2. The gap", "How far it is from what the platform is to be.");
        String gap = show(url, "How it is counted", "gap.txt has the rest", "gap", "--desired", files.schema());
        Files.writeString(files.folder().resolve("gap.txt"), gap);

        story.chapter("3. Out of the dirty state", "What the other tool has left is looked up in the catalog.");
        show(url, "", "", "repair", "--migrations", files.migrations());
        show(url, "", "", "repair", "--finish", "--yes", "--migrations", files.migrations());

        story.chapter(
                "4. The way", "The application of yesterday works on up to 000010, that of tomorrow from there on.");
        show(url, "", "", "up", "--migrations", files.migrations());

        story.chapter("5. Is it there?", "The migrations' own checks, and the same measurement again.");
        show(url, "", "", "verify", "--migrations", files.migrations());
        String left = show(
                url, "FOR INFORMATION", "the order of columns cannot be changed", "gap", "--desired", files.schema());
        story.say("");
        story.say("The platform's schema, its migrations and gap.txt are in " + files.folder() + ".");
        return left.contains("No gap") ? 0 : 1;
    }

    private static String whatIsThere(Set<PlatformFiles.Module> modules, PlatformFiles files) throws IOException {
        if (modules.contains(PlatformFiles.Module.VECTOR)) {
            return "  This server has pgvector: it is the whole platform, " + files.count() + " migrations.";
        }
        return "  This server has no pgvector: it is the platform without its embeddings and their search ("
                + files.statementsLeftOut()
                + "\n  statements of its migrations are left out). With --url and a server that has pgvector it is the whole.";
    }

    private static Set<PlatformFiles.Module> modules(DatabaseUrl server) throws SQLException {
        Set<PlatformFiles.Module> modules = EnumSet.noneOf(PlatformFiles.Module.class);
        try (Connection connection = server.open()) {
            if (!column(connection, "SELECT name FROM pg_available_extensions WHERE name = 'vector'")
                    .isEmpty()) {
                modules.add(PlatformFiles.Module.VECTOR);
            }
            if (!column(
                            connection,
                            "SELECT name FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)")
                    .isEmpty()) {
                modules.add(PlatformFiles.Module.LZ4);
            }
        }
        return modules;
    }

    private static void build(
            DatabaseUrl server, DatabaseUrl url, PlatformFiles files, Set<PlatformFiles.Module> modules)
            throws IOException, SQLException {
        try (Connection connection = server.open()) {
            execute(connection, "CREATE DATABASE " + DATABASE + " TEMPLATE template0");
        }
        try (Connection connection = url.open()) {
            for (String script : List.of("roles.sql", "initial/000001_initial_schema.up.sql", "dirty.sql")) {
                execute(connection, files.read(script));
            }
            execute(connection, DemoFiles.read("platform_rows.sql"));
            if (modules.contains(PlatformFiles.Module.VECTOR)) {
                execute(connection, DemoFiles.read("platform_vectors.sql"));
            }
        }
    }

    /** Runs a command on the database, shows it with its outcome, and returns what it printed. */
    private String show(DatabaseUrl url, String end, String rest, Object... words) {
        List<String> arguments = new ArrayList<>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        story.say("  $ plumbline " + String.join(" ", arguments) + " --url " + url);
        arguments.addAll(List.of("--url", withLogin(url)));
        StringWriter printed = new StringWriter();
        StringWriter failed = new StringWriter();
        int exit = commands.run(new PrintWriter(printed), new PrintWriter(failed), arguments);
        failed.toString().lines().filter(line -> line.startsWith("applied ")).forEach(line -> story.say("  " + line));
        story.show(printed.toString(), end, rest);
        // 1: there are differences, which is what is shown.
        if (exit > 1) {
            throw new PlumblineException(
                    ErrorCode.INTERNAL_ERROR,
                    "'plumbline " + words[0] + "' ended with exit code " + exit + ": "
                            + failed.toString().strip(),
                    "The demo ends here; its files are in " + reports + ".");
        }
        return printed.toString();
    }

    private static String withLogin(DatabaseUrl url) {
        return url.jdbcUrl()
                + url.settings().entrySet().stream()
                        .map(setting ->
                                setting.getKey() + "=" + URLEncoder.encode(setting.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
