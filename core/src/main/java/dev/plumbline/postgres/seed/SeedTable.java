// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.seed;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows to try for one table, the likeliest first. */
final class SeedTable {
    private static final int MOST_TRIES = 150;

    /** The version from which on partitions have the identity of their parent. */
    private static final int SHARED_IDENTITY = 17;

    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'.])-?\\d+(?:\\.\\d+)?(?![\\w'.])");

    /** What text checks tend to ask for, by pattern or function. */
    private static final List<String> TEXTS =
            List.of("'a'", "'A'", "'1'", "'a@example.org'", "'https://example.org'", "'ABC'", "'{}'", "''");

    private final ObjectKey table;
    private final List<Column> columns;
    private final SeedTypes types;
    private final List<SeedReference> references;
    private final Map<String, String> bounds;
    private final Map<String, String> defaults = new HashMap<>();
    private final Map<String, List<String>> checks = new HashMap<>();

    SeedTable(Catalog catalog, ObjectKey table, SeedTypes types, List<SeedReference> references) {
        this.table = table;
        this.types = types;
        this.references = references;
        this.bounds = SeedBounds.of(catalog, table);
        this.columns = catalog.children(table).stream()
                .flatMap(key -> catalog.find(key, Column.class).stream())
                .filter(column -> column.value() instanceof ColumnValue.Given && !sharesIdentity(catalog, column))
                .sorted(Comparator.comparingInt(Column::position))
                .toList();
        for (Column column : columns) {
            String name = column.key().name();
            catalog.find(table.child(ObjectKind.DEFAULT, name), ColumnDefault.class)
                    .ifPresent(value -> defaults.put(name, value.expression()));
            checks.put(name, new ArrayList<>(types.checks(column.type())));
        }
        catalog.children(table).stream()
                .flatMap(key -> catalog.find(key, Constraint.class).stream())
                .filter(constraint -> constraint.type() == ConstraintType.CHECK)
                .forEach(check -> check.columns()
                        .forEach(name -> checks.computeIfAbsent(name, k -> new ArrayList<>())
                                .add(check.definition())));
    }

    /** From 17 on a partition's column is the identity that the partitioned table's is (PostgreSQL 17 release notes). */
    private static boolean sharesIdentity(Catalog catalog, Column column) {
        if (catalog.product().majorVersion() < SHARED_IDENTITY) {
            return false;
        }
        return catalog.find(column.table(), Table.class)
                .flatMap(Table::partitionOf)
                .flatMap(of -> catalog.find(
                        of.parent().child(ObjectKind.COLUMN, column.key().name()), Column.class))
                .filter(above -> above.value() instanceof ColumnValue.Identity || sharesIdentity(catalog, above))
                .isPresent();
    }

    /** Returns INSERT statements for one row: of these the first that the server takes counts. */
    List<String> inserts(int row) {
        if (columns.isEmpty()) {
            return List.of("INSERT INTO " + Sql.of(table) + " DEFAULT VALUES");
        }
        Set<List<String>> tries = new LinkedHashSet<>();
        tries.add(values(row, false));
        tries.add(values(row, true));
        List<List<String>> choices =
                columns.stream().map(column -> choices(column, row)).toList();
        vary(choices, values(row, false), tries);
        for (int i = 0; i < columns.size(); i++) {
            tries.add(withNulls(row, Set.of(i)));
        }
        tries.add(withNulls(row, IntStream.range(0, columns.size()).boxed().collect(Collectors.toSet())));
        // A hash partition takes some values only: later rows' values may be the ones.
        for (int other = row + 3; bounds.isEmpty() && other < row + 40; other += 3) {
            tries.add(values(other, false));
        }
        String names = columns.stream().map(c -> Sql.name(c.key().name())).collect(Collectors.joining(", "));
        return tries.stream()
                .map(values ->
                        "INSERT INTO " + Sql.of(table) + " (" + names + ") VALUES (" + String.join(", ", values) + ")")
                .toList();
    }

    private List<String> values(int row, boolean withDefaults) {
        return columns.stream().map(column -> value(column, row, withDefaults)).toList();
    }

    private String value(Column column, int row, boolean withDefaults) {
        String name = column.key().name();
        String bound = bounds.get(name);
        if (bound != null) {
            return bound;
        }
        for (SeedReference reference : references) {
            if (reference.columns().contains(name)) {
                return reference.parent().equals(table) && !column.notNull()
                        ? "NULL"
                        : referenced(reference, column, row);
            }
        }
        List<String> literals = strings(name);
        if (!literals.isEmpty()) {
            return literals.get((row - 1) % literals.size());
        }
        @Nullable String given = defaults.get(name);
        if (given != null && (withDefaults || given.contains("nextval(") || given.contains("uuid"))) {
            return "DEFAULT";
        }
        return types.value(column.type(), name, row);
    }

    /** A row that must refer to its own table refers to itself. */
    private String referenced(SeedReference reference, Column column, int row) {
        return reference.parent().equals(table)
                ? types.value(column.type(), column.key().name(), row)
                : reference.value(column.key().name(), row);
    }

    private List<String> strings(String column) {
        List<String> found = new ArrayList<>();
        for (String check : checks.getOrDefault(column, List.of())) {
            // A pattern is no value.
            if (!check.contains("~") && !check.contains("regexp")) {
                STRING.matcher(check).results().map(m -> "'" + m.group(1) + "'").forEach(found::add);
            }
        }
        return found.stream().distinct().toList();
    }

    /** What else a column may be given: the literals of its checks and their neighbours. */
    private List<String> choices(Column column, int row) {
        String name = column.key().name();
        List<String> definitions = checks.getOrDefault(name, List.of());
        if (definitions.isEmpty() || bounds.containsKey(name)) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>(strings(name));
        String base = types.base(column.type());
        boolean text = base.startsWith("text") || base.startsWith("char") || base.endsWith("citext");
        for (String definition : definitions) {
            Matcher number = NUMBER.matcher(definition);
            while (number.find()) {
                String value = number.group();
                if (!text) {
                    found.addAll(List.of(value, value + " + " + row, value + " - " + row));
                } else if (value.matches("\\d{1,4}")) {
                    found.add("repeat('a', " + value + ")");
                }
            }
        }
        if (text) {
            found.addAll(TEXTS);
        } else if (base.startsWith("json")) {
            found.addAll(List.of("'[]'", "'{}'"));
        } else if (base.endsWith("[]")) {
            found.add("'{}'");
        }
        return List.copyOf(found);
    }

    /** Adds combinations of the choices, one column after the other, up to a limit. */
    private static void vary(List<List<String>> choices, List<String> plain, Set<List<String>> into) {
        List<List<String>> rows = new ArrayList<>(List.of(plain));
        for (int i = 0; i < choices.size() && rows.size() < MOST_TRIES; i++) {
            List<List<String>> longer = new ArrayList<>(rows);
            for (String choice : choices.get(i)) {
                for (List<String> row : rows) {
                    List<String> changed = new ArrayList<>(row);
                    changed.set(i, choice);
                    longer.add(changed);
                }
            }
            rows = longer.subList(0, Math.min(longer.size(), MOST_TRIES));
        }
        into.addAll(rows);
    }

    private List<String> withNulls(int row, Set<Integer> places) {
        List<String> values = new ArrayList<>(values(row, true));
        for (int i = 0; i < values.size(); i++) {
            Column column = columns.get(i);
            if (places.contains(i)
                    && !column.notNull()
                    && !bounds.containsKey(column.key().name())) {
                values.set(i, "NULL");
            }
        }
        return values;
    }
}
