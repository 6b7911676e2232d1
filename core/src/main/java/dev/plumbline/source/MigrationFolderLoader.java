// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.StatementSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the migrations of a folder in the order of their versions, as their tool would on an empty database. */
final class MigrationFolderLoader {
    private final SqlDialect dialect;
    private final Introspector introspector;
    private final ScratchDatabases scratch;
    private final List<String> searchPath;
    private final ProgressListener progress;

    MigrationFolderLoader(
            SqlDialect dialect,
            Introspector introspector,
            ScratchDatabases scratch,
            List<String> searchPath,
            ProgressListener progress) {
        this.dialect = dialect;
        this.introspector = introspector;
        this.scratch = scratch;
        this.searchPath = searchPath;
        this.progress = progress;
    }

    LoadedSchema load(SchemaSource.MigrationFolder source) throws SQLException {
        List<Path> all = sqlFiles(source.path());
        List<MigrationFile> migrations = all.stream()
                .map(MigrationFile::of)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (migrations.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_FOUND,
                    "The folder " + source.path() + " holds no migration.",
                    "Known names are 1_x.up.sql, V1.2__x.sql, R__x.sql and 001_x.sql; sub-folders are not read.");
        }
        try (ScratchDatabase database = scratch.create()) {
            LoadSession session = new LoadSession(database, dialect, searchPath);
            long done = 0;
            for (MigrationFile migration : migrations) {
                progress.progress("running " + migration.path().getFileName(), done++, migrations.size());
                session.beginFile();
                run(StatementSplitter.split(migration.script(), dialect), session);
            }
            session.beginFile();
            return LoadedSchema.of(introspector.inspect(database.connection()), origin(source, migrations, all));
        }
    }

    private static List<Path> sqlFiles(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names what was not run: a file that is taken for no migration must not go unnoticed. */
    private static String origin(SchemaSource.MigrationFolder source, List<MigrationFile> run, List<Path> all) {
        List<Path> paths = run.stream().map(MigrationFile::path).toList();
        String others = all.stream()
                .filter(file -> !paths.contains(file))
                .map(file -> file.getFileName().toString())
                .filter(name -> !MigrationFile.isWayDown(name))
                .collect(Collectors.joining(", "));
        return source.description() + " (" + run.size() + (run.size() == 1 ? " file" : " files")
                + (others.isEmpty() ? "" : "; not run: " + others) + ")";
    }

    private void run(List<ScriptStatement> statements, LoadSession session) throws SQLException {
        int transactionAt = -1;
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            if (statement.tokens().isEmpty()) {
                continue;
            }
            if (statement.begins("BEGIN") || statement.begins("START", "TRANSACTION")) {
                transactionAt = i;
            }
            session.inTransaction(transactionAt >= 0);
            try {
                session.execute(statement);
            } catch (SQLException e) {
                if (transactionAt < 0 || !stubbed(e, session)) {
                    throw LoadErrors.failed(statement, e, scratch.description());
                }
                // The role is there now, but the transaction is lost: it is run again from its beginning.
                i = transactionAt - 1;
                continue;
            }
            if (endsTransaction(statement)) {
                transactionAt = -1;
            }
        }
        if (transactionAt >= 0) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_LOADED,
                    statements.get(transactionAt).script().name()
                            + ": the transaction that begins here is never ended.",
                    "Add COMMIT; the tool that runs the migrations would lose what is in it.",
                    statements.get(transactionAt).position(),
                    null);
        }
    }

    private static boolean endsTransaction(ScriptStatement statement) {
        boolean toSavepoint =
                statement.word(1).equals("TO") || statement.word(2).equals("TO");
        return statement.begins("COMMIT") || statement.begins("END") || (statement.begins("ROLLBACK") && !toSavepoint);
    }

    /** Rolls back, and makes the role for want of which a statement failed. */
    private boolean stubbed(SQLException error, LoadSession session) throws SQLException {
        Optional<String> role = LoadSession.missingRole(error).filter(session::isNew);
        if (role.isEmpty()) {
            return false;
        }
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("ROLLBACK");
        }
        session.stubRole(role.get());
        return true;
    }
}
