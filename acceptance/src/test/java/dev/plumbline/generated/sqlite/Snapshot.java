// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Databases.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a database answers: rows with their rowids, sequences, views, full-text searches, the checks of SQLite.
 *
 * @param answers sorted lines by what was asked
 */
record Snapshot(Map<String, List<String>> answers) {
    private static final List<String> TOKENS = List.of("walk", "see", "running", "mündung", "mundung", "run*");

    static Snapshot of(Connection connection) throws SQLException {
        Map<String, List<String>> answers = new TreeMap<>();
        for (Tables.Table table : Tables.all(connection)) {
            String name = table.name().toLowerCase(java.util.Locale.ROOT);
            if (table.virtual()) {
                virtual(connection, table, name, answers);
            } else {
                answers.put("rows of " + name, rows(connection, table, false));
                if (table.showsRowid()) {
                    answers.put("rowids of " + name, rows(connection, table, true));
                }
            }
        }
        if (!Databases.rows(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'")
                .isEmpty()) {
            List<String> sequences =
                    sorted(Databases.rows(connection, "SELECT lower(name), seq FROM sqlite_sequence WHERE seq <> 0"));
            if (!sequences.isEmpty()) {
                answers.put("sequences", sequences);
            }
        }
        for (String view : Databases.rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'view'")) {
            answers.put("view " + view, orError(connection, "SELECT * FROM " + quoted(view)));
        }
        for (String index :
                Databases.rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")) {
            answers.put(
                    "index " + index.toLowerCase(java.util.Locale.ROOT),
                    Databases.rows(
                            connection,
                            "SELECT lower(name), \"desc\", upper(coll) FROM pragma_index_xinfo(" + Names.literal(index)
                                    + ") WHERE key"));
        }
        answers.put("integrity", orError(connection, "PRAGMA integrity_check"));
        answers.put("foreign keys", violations(connection));
        return new Snapshot(answers);
    }

    /** A table with a key that its parent lacks cannot be judged; the others can. */
    private static List<String> violations(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Tables.Table table : Tables.all(connection)) {
            List<String> found = orError(
                    connection,
                    "SELECT lower(\"table\") || ' to ' || lower(parent) FROM pragma_foreign_key_check("
                            + Names.literal(table.name()) + ")");
            if (!found.equals(List.of("error"))) {
                lines.addAll(found);
            }
        }
        return lines;
    }

    private static List<String> rows(Connection connection, Tables.Table table, boolean rowid) throws SQLException {
        List<String> values = new ArrayList<>();
        if (rowid) {
            values.add("rowid");
        }
        table.compared().forEach(column -> values.add("quote(" + quoted(column) + ")"));
        return orError(connection, "SELECT " + String.join(", ", values) + " FROM " + quoted(table.name()));
    }

    private static void virtual(
            Connection connection, Tables.Table table, String name, Map<String, List<String>> answers)
            throws SQLException {
        if (table.isFullText()) {
            // Without content of its own its columns read as NULL or as those of its table.
            if (!table.isContentless()) {
                answers.put("rows of " + name, rows(connection, table, true));
            }
            for (String token : TOKENS) {
                answers.put(
                        "search " + token + " in " + name,
                        orError(
                                connection,
                                "SELECT rowid FROM " + quoted(table.name()) + " WHERE " + quoted(table.name())
                                        + " MATCH '" + token + "'"));
            }
            boolean broken = !Databases.refusal(connection, table.command("'integrity-check'"))
                    .isEmpty();
            if (table.isFts5()) {
                answers.put("integrity of " + name, List.of(String.valueOf(broken)));
            }
        } else if (table.isTree()) {
            answers.put("rows of " + name, rows(connection, table, false));
            answers.put(
                    "integrity of " + name,
                    orError(connection, "SELECT rtreecheck(" + Names.literal(table.name()) + ")"));
        } else {
            String refused = Databases.refusal(connection, "SELECT count(*) FROM " + quoted(table.name()));
            answers.put("use of " + name, List.of(String.valueOf(refused.isEmpty())));
        }
    }

    /** A moment is another one each time; the values of a row are sorted, for the order of columns is no difference. */
    private static List<String> orError(Connection connection, String sql) {
        try {
            return sorted(Databases.rows(connection, sql));
        } catch (SQLException e) {
            return List.of("error");
        }
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream()
                .map(row -> row.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "now"))
                .map(row -> String.join(
                        "|", Arrays.stream(row.split("\\|")).sorted().toList()))
                .sorted()
                .toList();
    }

    /** Returns what differs from another snapshot, one line each. */
    List<String> differences(Snapshot other) {
        List<String> different = new ArrayList<>();
        answers.forEach((question, lines) -> {
            List<String> theirs = other.answers.getOrDefault(question, List.of("nothing"));
            if (!lines.equals(theirs)) {
                different.add(question + ": " + lines + " and not " + theirs);
            }
        });
        other.answers.forEach((question, lines) -> {
            if (!answers.containsKey(question)) {
                different.add(question + ": nothing and not " + lines);
            }
        });
        return different;
    }
}
