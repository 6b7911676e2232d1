// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Databases.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a database as PRAGMAs tell, without a look at what the tested code makes of them. */
final class Tables {
    private Tables() {}

    /** A column; hidden is 1 in virtual tables, 2 and 3 where it is generated. */
    record Column(String name, int primaryKey, int hidden) {}

    /** A table with rows, virtual or not. */
    record Table(String name, boolean virtual, boolean withoutRowid, String sql, List<Column> columns, boolean alias) {
        boolean has(String column) {
            return columns.stream().anyMatch(other -> other.name().equalsIgnoreCase(column));
        }

        boolean stored(String column) {
            return columns.stream()
                    .anyMatch(other -> other.name().equalsIgnoreCase(column)
                            && (other.hidden() == 0 || (virtual && column.equals("lid"))));
        }

        /** Returns whether rows are put in and read with a rowid. */
        boolean showsRowid() {
            return virtual ? isFullText() : !withoutRowid && !alias && !has("rowid");
        }

        /** Returns the columns whose values are compared, sorted. */
        List<String> compared() {
            return columns.stream()
                    .filter(column ->
                            !virtual || column.hidden() != 1 || column.name().equals("lid"))
                    .map(Column::name)
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        }

        private boolean uses(String module) {
            return virtual
                    && sql.toLowerCase(Locale.ROOT)
                            .matches("(?s)create\\s+virtual\\s+table.*\\busing\\s+" + module + ".*");
        }

        boolean isFullText() {
            return uses("fts[345]\\(");
        }

        boolean isFts5() {
            return uses("fts5\\(");
        }

        boolean isTree() {
            return uses("rtree");
        }

        boolean isContentless() {
            return isFts5() && sql.contains("content=''");
        }

        boolean isExternalIndex() {
            return isFts5() && sql.contains("content='") && !isContentless();
        }

        /** Returns the table whose rows it indexes. */
        String content() {
            return sql.replaceFirst("(?s).*content='((?:[^']|'')*)'.*", "$1").replace("''", "'");
        }

        boolean isAutoincrement() {
            return sql.toUpperCase(Locale.ROOT).contains(" AUTOINCREMENT");
        }

        String command(String values) {
            return "INSERT INTO " + quoted(name) + " (" + quoted(name) + ") VALUES (" + values + ")";
        }
    }

    /** Returns all that is neither a view nor a table of SQLite or of a module, by name. */
    static List<Table> all(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> own = Databases.rows(
                connection,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual', 'shadow')"
                        + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
        List<Table> found = new ArrayList<>();
        for (String name : own) {
            found.add(read(connection, name));
        }
        for (Table table : found) {
            boolean shadow = found.stream().anyMatch(other -> madeBy(other, table.name()));
            if (!shadow) {
                tables.put(table.name(), table);
            }
        }
        return List.copyOf(tables.values());
    }

    /** A user's table may well be called as a table of a module would be that it does not make. */
    private static boolean madeBy(Table module, String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        String start = module.name().toLowerCase(Locale.ROOT) + "_";
        if (!folded.startsWith(start)) {
            return false;
        }
        String end = folded.substring(start.length());
        if (module.isTree()) {
            return List.of("node", "rowid", "parent").contains(end);
        }
        if (module.isFts5()) {
            return List.of("data", "idx", "config").contains(end)
                    || (end.equals("content") && !module.sql().contains("content="))
                    || (end.equals("docsize") && !module.sql().contains("columnsize=0"));
        }
        return module.isFullText()
                && List.of("content", "segments", "segdir", "docsize", "stat").contains(end);
    }

    static @Nullable Table find(Connection connection, String name) throws SQLException {
        return all(connection).stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static Table read(Connection connection, String name) throws SQLException {
        String literal = Names.literal(name);
        String sql = String.join(
                "",
                Databases.rows(connection, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = " + literal));
        List<Column> columns = new ArrayList<>();
        String refused = Databases.refusal(connection, "SELECT * FROM pragma_table_xinfo(" + literal + ")");
        if (refused.isEmpty()) {
            for (String row :
                    Databases.rows(connection, "SELECT pk, hidden, name FROM pragma_table_xinfo(" + literal + ")")) {
                String[] parts = row.split("\\|", 3);
                columns.add(new Column(parts[2], Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
            }
        }
        boolean virtual = sql.toLowerCase(Locale.ROOT).startsWith("create virtual");
        boolean withoutRowid = sql.toUpperCase(Locale.ROOT).matches("(?s).*\\)[^)]*WITHOUT\\s+ROWID[^)]*");
        boolean onePrimaryKey =
                columns.stream().filter(column -> column.primaryKey() > 0).count() == 1;
        boolean indexed = !Databases.rows(
                        connection, "SELECT 1 FROM pragma_index_list(" + literal + ") WHERE origin = 'pk'")
                .isEmpty();
        return new Table(
                name, virtual, withoutRowid, sql, columns, !virtual && !withoutRowid && onePrimaryKey && !indexed);
    }
}
