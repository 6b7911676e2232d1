// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Loads declared SQL. Files are run in order, each statement by itself; one that needs what is not there yet waits until
 * the others have run, so that a folder with a file per object loads whatever the files are called.
 */
final class SqlFilesLoader {
    private static final Pattern WAY_DOWN =
            Pattern.compile("(?:.*[._](?:down|undo|rollback)|U[0-9][0-9._]*__.*)\\.sql", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TRANSACTION_WORDS = Set.of("BEGIN", "START", "COMMIT", "END");

    private final SqlDialect dialect;
    private final Introspector introspector;
    private final ScratchDatabases scratch;
    private final List<String> searchPath;
    private final Optional<CatalogCache> cache;
    private final ProgressListener progress;

    SqlFilesLoader(
            SqlDialect dialect,
            Introspector introspector,
            ScratchDatabases scratch,
            List<String> searchPath,
            Optional<CatalogCache> cache,
            ProgressListener progress) {
        this.dialect = dialect;
        this.introspector = introspector;
        this.scratch = scratch;
        this.searchPath = searchPath;
        this.cache = cache;
        this.progress = progress;
    }

    /** A statement that waits, with the search path under which it was met. */
    private record Deferred(ScriptStatement statement, String searchPath, SQLException error) {}

    LoadedSchema load(SchemaSource.SqlFiles source) throws SQLException {
        List<List<ScriptStatement>> files = new ArrayList<>();
        List<HintReader.Located> hints = new ArrayList<>();
        for (Path file : files(source.path())) {
            List<ScriptStatement> statements = StatementSplitter.split(SqlScript.read(file), dialect);
            hints.addAll(HintReader.read(statements, dialect));
            files.add(statements);
        }
        Catalog catalog = catalog(files, source.description());
        return new LoadedSchema(catalog, new HintResolver(catalog, searchPath).resolve(hints), source.description());
    }

    private Catalog catalog(List<List<ScriptStatement>> files, String what) throws SQLException {
        if (cache.isEmpty()) {
            return run(files, what);
        }
        Optional<String> key = SourceKey.of(scratch.place(), searchPath, files);
        Optional<Catalog> kept = key.flatMap(cache.get()::find);
        if (kept.isPresent()) {
            return kept.get();
        }
        Catalog catalog = run(files, what);
        key.ifPresent(found -> cache.get().keep(found, catalog));
        return catalog;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(file -> file.getFileName().toString().endsWith(".sql"))
                    .filter(file -> !isHidden(path.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        "The folder " + path + " holds no .sql file.",
                        "Name the folder that declares the schema.");
            }
            rejectMigrations(path, files);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run as a declared schema, the way down would undo the way up. */
    private static void rejectMigrations(Path path, List<Path> files) {
        files.stream()
                .filter(file -> WAY_DOWN.matcher(file.getFileName().toString()).matches())
                .findFirst()
                .ifPresent(file -> {
                    throw new PlumblineException(
                            ErrorCode.INVALID_ARGUMENT,
                            "The folder " + path + " holds migrations, such as " + file.getFileName()
                                    + ", not a declared schema.",
                            "Name it as migrations:" + path + " to have them run in order.");
                });
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private Catalog run(List<List<ScriptStatement>> files, String what) throws SQLException {
        long total = files.stream().mapToLong(List::size).sum();
        long done = 0;
        try (ScratchDatabase database = scratch.create()) {
            LoadSession session = new LoadSession(database, dialect, searchPath);
            List<Deferred> waiting = new ArrayList<>();
            for (List<ScriptStatement> file : files) {
                session.beginFile();
                for (ScriptStatement statement : file) {
                    runOrDefer(session, statement, waiting);
                    progress.progress("loading " + what, ++done, total);
                }
            }
            runDeferred(session, waiting);
            session.beginFile();
            return introspector.inspect(database.connection());
        }
    }

    private void runOrDefer(LoadSession session, ScriptStatement statement, List<Deferred> waiting)
            throws SQLException {
        // Statements are committed one by one, or else none could wait for another.
        if (statement.tokens().isEmpty() || isTransactionControl(statement)) {
            return;
        }
        try {
            session.execute(statement);
        } catch (SQLException e) {
            if (!LoadErrors.isNotThereYet(e)) {
                throw LoadErrors.failed(statement, e, scratch.description());
            }
            waiting.add(new Deferred(statement, session.searchPath(), e));
        }
    }

    private static boolean isTransactionControl(ScriptStatement statement) {
        return TRANSACTION_WORDS.contains(statement.word(0));
    }

    /** Each round runs at least one statement or is the last, so there are at most as many rounds as statements. */
    private void runDeferred(LoadSession session, List<Deferred> first) throws SQLException {
        List<Deferred> waiting = first;
        while (!waiting.isEmpty()) {
            List<Deferred> still = new ArrayList<>();
            for (Deferred deferred : waiting) {
                session.searchPath(deferred.searchPath());
                runOrDefer(session, deferred.statement(), still);
            }
            if (still.size() == waiting.size()) {
                Deferred stuck = still.getFirst();
                throw LoadErrors.failed(stuck.statement(), stuck.error(), scratch.description());
            }
            waiting = still;
        }
    }
}
