// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.seed;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Partitioning;
import dev.plumbline.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that belong into a partition, read off its bound as the server deparses it: the lower end of a range, the first
 * value of a list. Hash and default partitions name none.
 */
final class SeedBounds {
    private static final Pattern BOUND = Pattern.compile("FOR VALUES (?:FROM|IN) \\((.*?)\\)(?: TO \\((.*)\\))?");
    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|[^,\\s]+");
    private static final Pattern KEY = Pattern.compile("(?:RANGE|LIST) \\((.*)\\)");
    private static final Pattern COLUMN = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([a-z_][a-z0-9_$]*)(?![a-z0-9_$(])");

    private SeedBounds() {}

    /** Returns the values as SQL, by column, that lead a row into the table through all levels of partitioning. */
    static Map<String, String> of(Catalog catalog, ObjectKey table) {
        Map<String, String> values = new HashMap<>();
        Optional<PartitionOf> partition = catalog.find(table, Table.class).flatMap(Table::partitionOf);
        while (partition.isPresent()) {
            Optional<Table> parent = catalog.find(partition.get().parent(), Table.class);
            String bound = partition.get().bound();
            parent.flatMap(Table::partitioning).ifPresent(key -> add(key, bound, values));
            partition = parent.flatMap(Table::partitionOf);
        }
        return values;
    }

    private static void add(Partitioning partitioning, String bound, Map<String, String> values) {
        Matcher matcher = BOUND.matcher(bound);
        Matcher key = KEY.matcher(partitioning.key());
        if (!matcher.matches() || !key.matches()) {
            return;
        }
        List<String> lower = values(matcher.group(1));
        List<String> upper = matcher.group(2) == null ? List.of() : values(matcher.group(2));
        List<String> columns = columns(key.group(1));
        for (int i = 0; i < columns.size() && i < lower.size(); i++) {
            if (!lower.get(i).equals("MINVALUE")) {
                values.putIfAbsent(columns.get(i), lower.get(i));
            } else if (i < upper.size() && upper.get(i).matches("'?-?\\d+'?")) {
                values.putIfAbsent(columns.get(i), upper.get(i).replace("'", "") + " - 1");
            } else if (i < upper.size() && upper.get(i).matches("'\\d{4}-.*")) {
                values.putIfAbsent(columns.get(i), "timestamp " + upper.get(i) + " - interval '1 day'");
            }
        }
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(result -> result.group()).toList();
    }

    private static List<String> columns(String text) {
        List<String> names = new ArrayList<>();
        for (String part : text.split(", ", -1)) {
            Matcher column = COLUMN.matcher(part);
            if (column.lookingAt()) {
                names.add(
                        column.group(1) == null
                                ? column.group(2)
                                : column.group(1).replace("\"\"", "\""));
            }
        }
        return names;
    }
}
