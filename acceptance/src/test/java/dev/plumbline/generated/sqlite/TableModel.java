// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Clause;
import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table that can be changed. */
final class TableModel {
    /** A table constraint and the columns that it names. */
    record Constraint(Clause clause, List<String> columns) {}

    final String name;
    final List<ColumnModel> columns = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();
    boolean strict;
    boolean withoutRowid;

    TableModel(String name) {
        this.name = name;
    }

    TableModel copy() {
        TableModel copy = new TableModel(name);
        columns.forEach(column -> copy.columns.add(column.copy()));
        copy.constraints.addAll(constraints);
        copy.strict = strict;
        copy.withoutRowid = withoutRowid;
        return copy;
    }

    String id() {
        return "table " + name;
    }

    String quoted() {
        return Names.quoted(name);
    }

    /** Returns the columns that a row has values for. */
    List<ColumnModel> stored() {
        return columns.stream().filter(column -> !column.generated()).toList();
    }

    /** Returns the column that alone tells rows apart, where there is one. */
    Optional<ColumnModel> key() {
        return columns.stream().filter(ColumnModel::mustDiffer).findFirst();
    }

    /** Returns the column that is another name for the rowid, where there is one. */
    Optional<ColumnModel> alias() {
        return columns.stream()
                .filter(column -> !withoutRowid && column.type.equals("INTEGER"))
                .filter(column -> column.parts.getOrDefault("pk", "").matches("PRIMARY KEY( ASC)?( AUTOINCREMENT)?"))
                .findFirst();
    }

    void drop(ColumnModel column) {
        columns.remove(column);
        constraints.removeIf(constraint -> constraint.columns().contains(column.name));
        columns.removeIf(other -> other.parts.getOrDefault("generated", "").contains(Names.quoted(column.name)));
        columns.forEach(other -> other.parts
                .entrySet()
                .removeIf(part -> part.getKey().equals("check")
                        && !other.name.equals(column.name)
                        && part.getValue().contains(Names.quoted(column.name))));
    }

    Element element() {
        List<Clause> clauses = new ArrayList<>();
        columns.forEach(column -> clauses.add(column.clause()));
        constraints.forEach(constraint -> clauses.add(constraint.clause()));
        List<String> options = new ArrayList<>();
        if (strict) {
            options.add(" STRICT");
        }
        if (withoutRowid) {
            options.add(" WITHOUT ROWID");
        }
        return new Element(id(), "CREATE TABLE " + quoted() + " (", clauses, ", ", ")", options);
    }
}
