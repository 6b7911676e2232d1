// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.sqlite.SchemaReading.ColumnRow;
import dev.plumbline.sqlite.SchemaReading.Entry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what depends on what. SQLite records nothing of it, so a name that occurs in the text of a view, a trigger or an
 * index counts as a dependency on what has that name: one too many costs nothing, one too few would.
 *
 * <p>SQLite lets foreign keys, views and triggers name what is not there yet, in circles too. An edge that would close a
 * circle between relations is left out: no order could honour it, and none needs to. So is one from a foreign key to
 * what is no table, which no row can satisfy: a table that stays would else wait for its parent to go and to come.
 */
final class SqliteDependencies {
    private final SchemaReading reading;
    private final Map<String, ObjectKey> relations;
    private final Catalog.Builder catalog;
    private final Map<String, Set<String>> columns = new TreeMap<>();
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> edges = new TreeMap<>();

    SqliteDependencies(SchemaReading reading, Map<String, ObjectKey> relations, Catalog.Builder catalog) {
        this.reading = reading;
        this.relations = relations;
        this.catalog = catalog;
        reading.columns()
                .forEach((name, rows) -> columns.put(
                        SqliteNames.fold(name),
                        rows.stream()
                                .map(ColumnRow::name)
                                .map(SqliteNames::fold)
                                .collect(Collectors.toSet())));
    }

    /** Adds every edge that is found to the catalog. */
    void add() {
        for (Entry entry : reading.entries()) {
            Set<String> words = words(entry);
            switch (entry.type()) {
                case "table" -> {
                    ObjectKey key = relation(entry.name());
                    if (key.kind() == ObjectKind.VIRTUAL_TABLE) {
                        relationEdges(key, words);
                    } else {
                        Set<String> parents = reading.parents().getOrDefault(entry.name(), Set.of()).stream()
                                .map(SqliteNames::fold)
                                .filter(parent -> relation(parent).kind() == ObjectKind.TABLE)
                                .collect(Collectors.toSet());
                        relationEdges(key, parents);
                    }
                }
                case "view" -> {
                    ObjectKey key = relation(entry.name());
                    relationEdges(key, words);
                    edges.getOrDefault(key, new TreeSet<>()).forEach(used -> columnEdges(key, used, words));
                }
                case "index" -> {
                    ObjectKey key = SqliteNames.key(ObjectKind.INDEX, entry.name());
                    columnEdges(key, relation(entry.table()), words);
                }
                case "trigger" -> {
                    // Once all relations stand.
                }
                default -> throw new IllegalStateException("sqlite_schema knows no type " + entry.type());
            }
        }
        reading.entries().stream()
                .filter(entry -> entry.type().equals("trigger"))
                .forEach(this::trigger);
    }

    /**
     * A trigger goes and comes with its table, so an edge to another table counts as the table's own where circles are
     * concerned. The columns that its body names are left out: two tables whose triggers name each other could not both
     * be changed.
     */
    private void trigger(Entry entry) {
        ObjectKey on = relation(entry.table());
        ObjectKey key = on.child(ObjectKind.TRIGGER, SqliteNames.fold(entry.name()));
        for (ObjectKey target : named(words(entry))) {
            if (!target.equals(on) && !reaches(target, on, new TreeSet<>())) {
                edges.computeIfAbsent(on, k -> new TreeSet<>()).add(target);
                catalog.dependency(key, target);
            }
        }
    }

    private ObjectKey relation(String name) {
        return relations.getOrDefault(SqliteNames.fold(name), SqliteNames.key(ObjectKind.TABLE, name));
    }

    /** Names may stand in single quotes too: in FROM, and as an option of a virtual table. */
    private static Set<String> words(Entry entry) {
        return SqliteLexer.tokens(entry.sql()).stream()
                .filter(Token::mayBeName)
                .map(token -> SqliteNames.fold(token.text()))
                .collect(Collectors.toSet());
    }

    private void relationEdges(ObjectKey from, Set<String> words) {
        for (ObjectKey to : named(words)) {
            if (!to.equals(from) && !reaches(to, from, new TreeSet<>())) {
                edges.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
                catalog.dependency(from, to);
            }
        }
    }

    private SortedSet<ObjectKey> named(Set<String> words) {
        return words.stream()
                .map(relations::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean reaches(ObjectKey from, ObjectKey to, Set<ObjectKey> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && edges.getOrDefault(from, new TreeSet<>()).stream().anyMatch(next -> reaches(next, to, seen));
    }

    private void columnEdges(ObjectKey from, ObjectKey table, Set<String> words) {
        if (table.kind() != ObjectKind.TABLE) {
            return;
        }
        columns.getOrDefault(table.name(), Set.of()).stream()
                .filter(words::contains)
                .forEach(column -> catalog.dependency(from, table.child(ObjectKind.COLUMN, column)));
    }
}
