// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A schema that can be changed: tables, and the objects upon them by their ids. */
final class SchemaModel {
    /**
     * An index, a view, a trigger or a virtual table.
     *
     * @param uses the tables that it names, and their columns as {@link #column}
     */
    record Dependent(Element element, Set<String> uses) {}

    final List<TableModel> tables = new ArrayList<>();
    final Map<String, Dependent> dependents = new LinkedHashMap<>();

    static String column(TableModel table, ColumnModel column) {
        return column(table.name, column.name);
    }

    static String column(String table, String column) {
        return table + "\u0001" + column;
    }

    SchemaModel copy() {
        SchemaModel copy = new SchemaModel();
        tables.forEach(table -> copy.tables.add(table.copy()));
        copy.dependents.putAll(dependents);
        return copy;
    }

    void add(Dependent dependent) {
        dependents.put(dependent.element().id(), dependent);
    }

    /**
     * Removes what names this table or column.
     *
     * @param all whether views and triggers go too, which SQLite lets stand broken
     */
    void removeUsers(String used, boolean all) {
        dependents
                .values()
                .removeIf(dependent -> dependent.uses().contains(used)
                        && (all || dependent.element().id().startsWith("virtual table ")));
    }

    /** Returns what an object names, nothing where it is not there. */
    Set<String> uses(String id) {
        Dependent dependent = dependents.get(id);
        return dependent == null ? Set.of() : dependent.uses();
    }

    /** Returns the statements in an order in which most can run. */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        tables.forEach(table -> elements.add(table.element()));
        for (String kind : List.of("virtual table ", "view ", "index ", "trigger ")) {
            dependents.values().stream()
                    .map(Dependent::element)
                    .filter(element -> element.id().startsWith(kind))
                    .forEach(elements::add);
        }
        return elements;
    }
}
