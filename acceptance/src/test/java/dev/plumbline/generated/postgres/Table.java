// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.List;

/** A table that can be changed. */
final class Table {
    final String name;
    final List<Column> columns = new ArrayList<>();
    boolean unlogged;
    /** The tables whose columns it inherits, by name. */
    final List<String> parents = new ArrayList<>();
    /** What stands behind the columns and the parents: the partition key, the access method. */
    String tail = "";

    Table(String name) {
        this.name = name;
    }

    Table as(String otherName) {
        Table copy = new Table(otherName);
        columns.forEach(column -> copy.columns.add(column.as(column.name)));
        copy.parents.addAll(parents);
        copy.unlogged = unlogged;
        copy.tail = tail;
        return copy;
    }

    boolean isPartitioned() {
        return tail.contains("PARTITION BY");
    }

    /** Returns whether it declares a column of this name. */
    boolean has(String column) {
        return columns.stream().anyMatch(own -> own.name.equals(column));
    }

    /** Returns the columns whose type matches the expression. */
    List<Column> ofType(String regex) {
        return columns.stream().filter(column -> column.type.matches(regex)).toList();
    }

    Element element() {
        return new Element(
                "TABLE " + name,
                "CREATE " + (unlogged ? "UNLOGGED " : "") + "TABLE " + name + " (",
                columns.stream().map(Column::clause).toList(),
                ", ",
                ")" + (parents.isEmpty() ? "" : " INHERITS (" + String.join(", ", parents) + ")") + tail,
                List.of());
    }
}
