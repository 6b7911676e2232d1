// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Element;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Gives a table or a column of the desired side another name, wherever SQLite itself writes it. */
final class RenameMaker {
    private static final int ONE_OF = 4;
    private static final List<String> NEW = List.of("z", "New name", "order", "z\"1", "Über", "z'2");

    private final Random random;

    RenameMaker(Random random) {
        this.random = random;
    }

    /**
     * Returns the desired side with another name in it and what says so; now and then, and only where SQLite can do it on
     * either side. What a virtual table names is left alone: its declaration is text that SQLite does not rewrite.
     */
    List<Element> renamed(List<Element> actual, SchemaModel desired, List<Element> elements) {
        if (random.nextInt(ONE_OF) > 0) {
            return elements;
        }
        List<TableModel> tables = desired.tables.stream()
                .filter(table ->
                        actual.stream().anyMatch(element -> element.id().equals(table.id())))
                .filter(table -> desired.dependents.values().stream()
                        .noneMatch(dependent -> dependent.element().id().startsWith("virtual table ")
                                && dependent.uses().contains(table.name)))
                .toList();
        if (tables.isEmpty()) {
            return elements;
        }
        TableModel table = Names.pick(random, tables);
        Optional<String> column =
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Names.pick(random, table.columns).name);
        Renaming renaming = new Renaming(table.name, column, Names.pick(random, NEW));
        try (Connection before = Databases.of(actual);
                Connection after = Databases.of(elements)) {
            Map<String, String> old = statements(after);
            if (!Databases.refusal(before, renaming.sql()).isEmpty()
                    || !Databases.refusal(after, renaming.sql()).isEmpty()) {
                return elements;
            }
            return changed(renaming, elements, old, statements(after));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is as it was keeps its pieces; the rest is what SQLite has made of it. */
    private static List<Element> changed(
            Renaming renaming, List<Element> elements, Map<String, String> before, Map<String, String> after) {
        List<Element> changed = new ArrayList<>();
        for (Element element : elements) {
            String id = element.id();
            String now = renaming.column().isEmpty() && id.equals("table " + renaming.table())
                    ? "table " + renaming.to()
                    : id;
            String sql = after.get(now);
            if (sql == null || sql.equals(before.get(id))) {
                changed.add(element);
            } else {
                changed.add(Element.whole(now, sql));
            }
        }
        changed.add(renaming.element());
        return changed;
    }

    private static Map<String, String> statements(Connection connection) throws SQLException {
        Map<String, String> statements = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                statements.put(rows.getString(1), rows.getString(2));
            }
        }
        return statements;
    }
}
