// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Makes rows that refer to each other as foreign keys say, so that cascades would fire where they are enforced. */
final class RowMaker {
    private static final int DEEPEST = 4;
    private static final List<String> ODD =
            List.of("NULL", "'007'", "''", "'a''b'", "x'00ff'", "1.5", "-3", "'ünï'", "9007199254740993", "' 12 '");

    private final Random random;
    private final Map<String, TableModel> tables = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> values = new TreeMap<>();

    RowMaker(Random random, List<TableModel> tables) {
        this.random = random;
        tables.forEach(table -> {
            this.tables.put(table.name, table);
            counts.put(table.name, random.nextInt(10) == 0 ? 0 : 2 + random.nextInt(5));
        });
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (TableModel table : tables.values()) {
            for (int row = 0; row < counts.getOrDefault(table.name, 0); row++) {
                SequencedMap<String, String> literals = new LinkedHashMap<>();
                // Where no column is another name for it, the rowid has gaps that a copy must keep.
                literals.put("rowid", String.valueOf(row * 7 + 3));
                for (ColumnModel column : table.stored()) {
                    literals.put(column.name, value(table, column, row, 0));
                }
                rows.add(new Row(table.name, literals));
            }
        }
        return rows;
    }

    private String value(TableModel table, ColumnModel column, int row, int depth) {
        String key = table.name + "\u0001" + column.name + "\u0001" + row;
        String known = values.get(key);
        if (known == null) {
            known = column.target.isPresent() ? parent(table, column, row, depth) : own(table, column, row);
            values.put(key, known);
        }
        return known;
    }

    private String parent(TableModel table, ColumnModel column, int row, int depth) {
        ColumnModel.Target target = column.target.orElseThrow();
        TableModel parent = tables.get(target.table());
        int count = counts.getOrDefault(target.table(), 0);
        if (parent == null || count == 0 || depth > DEEPEST) {
            return "NULL";
        }
        int at = parent == table ? Math.max(0, row - 1) : row % count;
        return parent.columns.stream()
                .filter(other -> other.name.equals(target.column()) && other != column)
                .findFirst()
                .map(other -> value(parent, other, at, depth + 1))
                .orElse("NULL");
    }

    private String own(TableModel table, ColumnModel column, int row) {
        boolean inKey = column.mustDiffer()
                || table.constraints.stream()
                        .anyMatch(constraint -> constraint.columns().contains(column.name));
        if (!inKey && random.nextInt(100) < 12) {
            return Names.pick(random, ODD);
        }
        int place = table.columns.indexOf(column);
        return switch (column.type) {
            case "INTEGER", "INT", "BOOLEAN" -> String.valueOf(100 * place + row * 2 + 1);
            case "REAL", "NUMERIC(10, 2)" -> place + "." + (row + 1);
            case "BLOB" -> "x'0" + (row + 1) + "'";
            default -> Names.literal(column.name + " walk " + row);
        };
    }
}
