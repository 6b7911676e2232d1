// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.report.SqlFolderWriter;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.SchemaSource;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Sets a project up: writes plumbline.toml, and exports the database's schema, a file for each object.",
            "It finds the database in the environment or asks, and recognises another tool's migrations."
        },
        footer = {
            "",
            "Examples:",
            "  DATABASE_URL=postgres://app@localhost/app plumbline init",
            "  plumbline init --url app.db --dir db/schema",
            "",
            "Afterwards: change a file of schema/, then plumbline gap, plan, apply; or, with a folder of migrations:",
            "plumbline adopt, status, create, up."
        })
final class InitCommand extends PlumblineCommand {
    private static final String OWN = "Plumbline";

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--dir", paramLabel = "DIR", description = "where the schema goes; schema by default")
    private Path dir = Path.of("schema");

    @Option(names = "--force", description = "overwrite the configuration that is there")
    private boolean force;

    @Override
    public Integer call() throws IOException, SQLException {
        Path file = file();
        if (Files.exists(file) && !force) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There is a " + file + " already, so nothing was written.",
                    "Say --force to overwrite it.");
        }
        EnvironmentUrl found = database();
        SchemaSource live = new SchemaSource.LiveDatabase(DatabaseUrl.parse(found.url()));
        Configuration none = Configuration.load(null, null, Map.of());
        Path root = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        Optional<MigrationFolders.Found> migrations = MigrationFolders.find(root);
        List<String> histories;
        try (Workbench workbench = Workbench.of(connection, none, terminal, List.of(live), false)) {
            LoadedSchema loaded = workbench.load(live);
            out().println("database   " + loaded.origin() + ", "
                    + loaded.catalog().product() + " (from " + found.variable() + ")");
            histories = tellOfHistories(DatabaseUrl.parse(found.url()), loaded.catalog());
            migrations.ifPresent(folder -> out().println("migrations " + root.relativize(folder.folder())
                    + ", as " + folder.tool() + " keeps them"
                    + (folder.sql() ? "" : "; they are no SQL, so they cannot be replayed here")));
            export(loaded.catalog(), workbench, root);
        }
        Files.writeString(file, configuration(found, migrations.filter(MigrationFolders.Found::sql), root));
        out().println("wrote      " + file);
        out().println("next       change a file in " + dir + ", then: plumbline gap");
        if (migrations.filter(MigrationFolders.Found::sql).isPresent()) {
            out().println("           " + nextForMigrations(histories));
        }
        return ExitCodes.DONE;
    }

    private Path file() {
        return common.config == null ? Path.of(Configuration.FILE) : common.config;
    }

    private EnvironmentUrl database() {
        if (connection.url != null) {
            return new EnvironmentUrl("--url", kept(connection.url), connection.url);
        }
        Optional<EnvironmentUrl> found = EnvironmentUrl.find(System.getenv());
        if (found.isPresent()) {
            return found.get();
        }
        if (!terminal.interactive()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "No database is named, neither by --url nor in the environment, and there is no terminal to ask on.",
                    "Give --url, or set DATABASE_URL.");
        }
        Console console = Objects.requireNonNull(System.console());
        String url = Optional.ofNullable(console.readLine("URL of the database, or name of a SQLite file: "))
                .orElse("")
                .strip();
        return new EnvironmentUrl("your answer", kept(url), url);
    }

    /** Returns a URL as the configuration keeps it: without what is secret, and a file as it is found from there. */
    private String kept(String url) {
        DatabaseUrl database = DatabaseUrl.parse(url);
        Path parent = file().toAbsolutePath().getParent();
        if (!database.engineId().equals("sqlite") || parent == null) {
            return DatabaseUrl.withoutSecrets(url);
        }
        Path path = Path.of(database.databaseName());
        return "sqlite:"
                + (path.isAbsolute() ? path : parent.relativize(path.toAbsolutePath()))
                        .toString()
                        .replace('\\', '/');
    }

    /** Returns the tools whose histories were found. */
    private List<String> tellOfHistories(DatabaseUrl url, Catalog catalog) throws SQLException {
        List<String> tools = new ArrayList<>();
        try (Connection live = url.open()) {
            for (MigrationHistory.Found history : MigrationHistory.read(live, catalog)) {
                tools.add(history.tool());
                out().println("history    " + history.tool() + " in "
                        + history.table().qualifiedName() + ": " + history.state());
            }
        }
        return tools;
    }

    private static String nextForMigrations(List<String> histories) {
        if (histories.isEmpty() || histories.contains(OWN)) {
            return "or go on with migrations: plumbline status, plumbline create NAME, plumbline up";
        }
        return "or take over the history of " + histories.getFirst() + ": plumbline adopt --dry-run, plumbline adopt,"
                + " plumbline status";
    }

    private void export(Catalog catalog, Workbench workbench, Path root) throws IOException, SQLException {
        Path folder = root.resolve(dir);
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            out().println("kept       " + dir + ", which is there already");
            return;
        }
        Catalog own = workbench.engine().actionWriter().said(MigrationHistory.leaveOut(catalog));
        int files = SqlFolderWriter.write(own, InspectCommand.stepsTo(own, workbench), folder);
        Files.createDirectories(folder);
        out().println("wrote      " + dir + ", " + files + " files");
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private String configuration(EnvironmentUrl found, Optional<MigrationFolders.Found> migrations, Path root) {
        List<String> lines = new ArrayList<>();
        lines.add("# The database. Environment variables are put in; keep passwords there or in ~/.pgpass.");
        lines.add("url = " + quoted(found.reference()));
        lines.add("# What it should be: a .sql file or folder, migrations:DIR, another database, snapshot:FILE.");
        lines.add("desired = " + quoted(dir.toString()));
        migrations.ifPresent(folder -> {
            lines.add("# As " + folder.tool() + " keeps them.");
            lines.add("migrations = "
                    + quoted(root.relativize(folder.folder()).toString().replace('\\', '/')));
        });
        lines.add("");
        lines.add("# [env.staging]");
        lines.add("# url = \"${STAGING_DATABASE_URL}\"");
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
