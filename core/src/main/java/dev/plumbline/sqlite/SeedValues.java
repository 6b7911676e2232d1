// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Candidate rows for one table: values by type, by foreign key and by the literals of its checks. */
final class SeedValues {
    /** Stands for SQL's NULL in a list, which takes no null. */
    static final Object NULL = new Object();

    private static final int MOST_CANDIDATES = 300;
    private static final String FOREIGN_KEYS = """
            SELECT "table", "from", coalesce("to", (SELECT name FROM pragma_table_info("table", 'main')
                                                    WHERE pk = seq + 1)) AS target
            FROM pragma_foreign_key_list(?, 'main')
            """;

    private record Reference(String parent, String column, String target) {}

    private final SqliteTable table;
    private final List<SqliteColumn> columns;
    private final Map<String, List<Object>> parents = new TreeMap<>();
    private final List<List<Token>> checks;

    private SeedValues(SqliteTable table, List<SqliteColumn> columns) {
        this.table = table;
        this.columns = columns;
        TableStatement statement = TableStatement.of(table.statement());
        List<List<Token>> parts = new ArrayList<>(statement.columns());
        parts.addAll(statement.constraints());
        this.checks = parts.stream()
                .filter(part -> part.stream().anyMatch(token -> token.is("check")))
                .toList();
    }

    static SeedValues of(Connection connection, SqliteTable table, List<SqliteColumn> columns) throws SQLException {
        SeedValues values = new SeedValues(table, columns);
        List<Reference> references = Queries.list(
                connection,
                FOREIGN_KEYS,
                row -> new Reference(row.getString(1), row.getString(2), Queries.text(row, "target")),
                table.name());
        for (Reference reference : references) {
            values.parents.put(SqliteNames.fold(reference.column()), values.keys(connection, reference));
        }
        return values;
    }

    private List<Object> keys(Connection connection, Reference reference) {
        try {
            return Queries.list(
                    connection,
                    "SELECT " + SqliteNames.quote(reference.target()) + " FROM " + SqliteNames.quote(reference.parent())
                            + " ORDER BY 1 LIMIT 3",
                    row -> {
                        Object key = row.getObject(1);
                        return key == null ? NULL : key;
                    });
        } catch (SQLException e) {
            // The parent need not exist; then only NULL can be right.
            return List.of();
        }
    }

    private static List<Object> literals(List<List<Token>> checks) {
        Set<Object> found = new LinkedHashSet<>();
        for (Token token : checks.stream().flatMap(List::stream).toList()) {
            if (token.type() == Token.Type.STRING) {
                found.add(token.text());
            } else if (token.type() == Token.Type.LITERAL) {
                try {
                    double number = Double.parseDouble(token.text());
                    for (double near : new double[] {number, number + 1, number - 1}) {
                        found.add(near == Math.rint(near) ? (Object) (long) near : (Object) near);
                    }
                } catch (NumberFormatException e) {
                    // A blob, or a hexadecimal number: not worth a guess.
                }
            }
        }
        found.add(true);
        found.add("{}");
        return List.copyOf(found);
    }

    /** Returns rows to try in order, the likeliest first. */
    List<List<Object>> candidates(int row) {
        List<Object> plain = new ArrayList<>();
        for (SqliteColumn column : columns) {
            plain.add(plain(column, row));
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(plain);
        rows.addAll(variants(plain));
        rows.add(withNulls(plain));
        return rows;
    }

    /** Every combination of literals for the columns that checks name, up to a limit. */
    private List<List<Object>> variants(List<Object> plain) {
        List<List<Object>> rows = new ArrayList<>(List.of(plain));
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).key().name();
            List<List<Token>> about = checks.stream()
                    .filter(check -> check.stream()
                            .anyMatch(token -> token.mayBeName()
                                    && SqliteNames.fold(token.text()).equals(name)))
                    .toList();
            if (about.isEmpty() || parents.containsKey(name)) {
                continue;
            }
            List<Object> literals = literals(about);
            List<List<Object>> longer = new ArrayList<>(rows);
            for (List<Object> base : rows) {
                for (Object literal : literals) {
                    if (longer.size() >= MOST_CANDIDATES) {
                        break;
                    }
                    List<Object> changed = new ArrayList<>(base);
                    changed.set(i, literal);
                    longer.add(changed);
                }
            }
            rows = longer;
        }
        return rows;
    }

    private List<Object> withNulls(List<Object> plain) {
        List<Object> values = new ArrayList<>(plain);
        for (int i = 0; i < values.size(); i++) {
            if (!columns.get(i).notNull() && columns.get(i).primaryKeyPosition() == 0) {
                values.set(i, NULL);
            }
        }
        return values;
    }

    private Object plain(SqliteColumn column, int row) {
        List<Object> keys = parents.get(column.key().name());
        if (keys != null && !isOwnKey(column)) {
            return keys.isEmpty() ? NULL : keys.get((row - 1) % keys.size());
        }
        // The affinity by SQLite's own rules (documentation, "Datatypes In SQLite", 3.1).
        String type = column.type();
        if (type.contains("int")) {
            return (long) row;
        }
        if (type.contains("char") || type.contains("clob") || type.contains("text")) {
            return column.name() + " " + row;
        }
        if (type.isEmpty() || type.contains("blob")) {
            return new byte[] {(byte) row};
        }
        if (type.contains("real") || type.contains("floa") || type.contains("doub")) {
            return row + 0.5;
        }
        return type.equals("any") ? column.name() + " " + row : (Object) (long) row;
    }

    /** A column that is its own table's whole key and refers to a parent must still be different in each row. */
    private boolean isOwnKey(SqliteColumn column) {
        return table.rowidAlias().filter(column.key()::equals).isPresent()
                && parents.getOrDefault(column.key().name(), List.of()).isEmpty();
    }
}
