// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.migrate.Placement;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Runs verify scripts: queries that must return no row, blocks that must not raise. Each script has a transaction of its
 * own that only reads and is rolled back.
 */
final class VerifyScripts {
    private static final int ROWS = 5;
    private static final int VALUE_LENGTH = 80;
    private static final String SAVEPOINT = "plumbline_check";

    private final ReplayTools tools;
    private final Connection connection;
    private final SortedMap<String, String> declared;
    private int checks;

    VerifyScripts(ReplayTools tools, Connection connection, LiveSchema live) {
        this.declared = live.declared();
        this.tools = tools;
        this.connection = connection;
    }

    /** Returns how many checks were run. */
    int checks() {
        return checks;
    }

    /** Returns the checks of a migration that do not hold; none where it has no script. */
    List<FailedCheck> run(Migration migration) throws SQLException {
        if (migration.verify().isEmpty()) {
            return List.of();
        }
        MigrationScript script = migration.verify().get();
        SessionControl.Reading reading = tools.roles().session().read(connection);
        try {
            tools.roles().rules().reset(connection, tools.start(script, declared));
            return switch (script) {
                case MigrationScript.Sql sql -> run(migration, sql);
                case MigrationScript.Java java -> run(migration, java);
            };
        } finally {
            reading.close();
        }
    }

    private List<FailedCheck> run(Migration migration, MigrationScript.Java java) {
        checks++;
        try {
            java.work().run(connection);
            return List.of();
        } catch (SQLException | RuntimeException | AssertionError e) {
            String said =
                    e instanceof SQLException sql ? ServerMessage.of(sql).whole() : String.valueOf(e.getMessage());
            return List.of(
                    new FailedCheck(migration.title(), 0, java + " raises: " + said, List.of(), Optional.empty()));
        }
    }

    private List<FailedCheck> run(Migration migration, MigrationScript.Sql script) throws SQLException {
        List<FailedCheck> failed = new ArrayList<>();
        for (ScriptStatement statement : script.statements()) {
            switch (tools.roles().rules().placement(statement, true)) {
                // The transaction is ours: a script that ended it could write.
                case BEGIN, COMMIT, ROLLBACK -> {}
                case SESSION, TRANSACTION, OUTSIDE ->
                    check(migration, statement).ifPresent(failed::add);
            }
        }
        return failed;
    }

    private Optional<FailedCheck> check(Migration migration, ScriptStatement statement) throws SQLException {
        boolean setting = tools.roles().rules().placement(statement, true) == Placement.SESSION;
        checks += setting ? 0 : 1;
        if (statement.rows().isPresent()) {
            // A table of its own that it could fill would have to be made, and nothing is made in a transaction that
            // reads.
            return Optional.of(new FailedCheck(
                    migration.title(),
                    statement.number(),
                    "it writes rows (COPY … FROM stdin), and a check only reads: compare with them as VALUES",
                    List.of(),
                    Optional.of(statement.position())));
        }
        command("SAVEPOINT " + SAVEPOINT);
        Optional<FailedCheck> failed = Optional.empty();
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.setMaxRows(ROWS + 1);
            if (jdbc.execute(statement.sql()) && !setting) {
                failed = failed(migration, statement, jdbc);
            }
        } catch (SQLException e) {
            command("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            failed = Optional.of(new FailedCheck(
                    migration.title(),
                    statement.number(),
                    "it raises: " + ServerMessage.of(e).whole(),
                    List.of(),
                    Optional.of(statement.position())));
        }
        command("RELEASE SAVEPOINT " + SAVEPOINT);
        return failed;
    }

    private static Optional<FailedCheck> failed(Migration migration, ScriptStatement statement, Statement jdbc)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        boolean more = false;
        try (ResultSet found = jdbc.getResultSet()) {
            while (found.next()) {
                if (rows.size() == ROWS) {
                    more = true;
                    break;
                }
                rows.add(row(found));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String count = more ? "more than " + ROWS + " rows" : rows.size() == 1 ? "a row" : rows.size() + " rows";
        return Optional.of(new FailedCheck(
                migration.title(),
                statement.number(),
                "it returns " + count + " where there should be none",
                rows,
                Optional.of(statement.position())));
    }

    private static String row(ResultSet found) throws SQLException {
        int columns = found.getMetaData().getColumnCount();
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            row.append(column == 1 ? "" : "|").append(shortened(String.valueOf(found.getString(column))));
        }
        return row.toString();
    }

    /** Cuts by whole characters, and keeps a row in its line. */
    private static String shortened(String value) {
        String line = value.length() > VALUE_LENGTH * 2 ? value.substring(0, VALUE_LENGTH * 2) : value;
        String visible = line.replaceAll("\\p{Cntrl}", " ");
        return visible.codePointCount(0, visible.length()) > VALUE_LENGTH
                ? visible.substring(0, visible.offsetByCodePoints(0, VALUE_LENGTH)) + "…"
                : visible;
    }

    private void command(String sql) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute(sql);
        }
    }
}
