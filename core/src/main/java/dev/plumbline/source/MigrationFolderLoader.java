// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.Callback;
import dev.plumbline.migration.CallbackCourse;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        if (source.options().format().isEmpty()
                && MigrationFolder.detect(source.path()).isEmpty()) {
            // The reader says what is missing, before a scratch database is made in vain.
            MigrationFolder.read(source.path(), dialect, source.options());
        }
        try (ScratchDatabase database = scratch.create()) {
            MigrationSet set = MigrationFolder.read(source.path(), dialect, options(source, database.connection()));
            List<Migration> migrations = set.migrations().stream()
                    .filter(migration -> migration.kind() != MigrationKind.BASELINE)
                    .toList();
            LoadSession session = new LoadSession(database, dialect, searchPath);
            CallbackCourse callbacks = new CallbackCourse(set.callbacks());
            long done = 0;
            for (Migration migration : migrations) {
                progress.progress("running " + migration.origin(), done++, migrations.size());
                run(callbacks.before(migration), session);
                session.beginFile();
                if (migration.up() instanceof MigrationScript.Sql sql) {
                    runAll(sql.statements(), session);
                }
            }
            run(callbacks.end(), session);
            session.beginFile();
            return LoadedSchema.of(introspector.inspect(database.connection()), origin(source, migrations, set));
        }
    }

    /** Fills in what Flyway's scripts may ask about the database that they run in. */
    private FolderOptions options(SchemaSource.MigrationFolder source, Connection connection) throws SQLException {
        boolean postgres = dialect == SqlDialect.POSTGRES;
        String database = postgres ? connection.getCatalog() : "main";
        String schema = postgres ? "public" : "main";
        return source.options()
                .withFlywayFacts(
                        searchPath.isEmpty() ? schema : searchPath.getFirst(),
                        Objects.requireNonNullElse(connection.getMetaData().getUserName(), ""),
                        Objects.requireNonNullElse(database, ""));
    }

    /** Names what was not run: a file that is taken for no migration must not go unnoticed. */
    private static String origin(SchemaSource.MigrationFolder source, List<Migration> run, MigrationSet set) {
        long files = run.stream().map(Migration::origin).distinct().count();
        return source.description() + " (" + files + (files == 1 ? " file" : " files")
                + (set.notRead().isEmpty() ? "" : "; not run: " + String.join(", ", set.notRead())) + ")";
    }

    private void run(List<Callback> callbacks, LoadSession session) throws SQLException {
        for (Callback callback : callbacks) {
            session.beginFile();
            runAll(callback.script().statements(), session);
        }
    }

    private void runAll(List<ScriptStatement> statements, LoadSession session) throws SQLException {
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
