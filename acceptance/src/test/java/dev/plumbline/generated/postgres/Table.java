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
    /** What stands behind the columns: parents, the partition key, the access method. */
    String tail = "";

    Table(String name) {
        this.name = name;
    }

    Table as(String otherName) {
        Table copy = new Table(otherName);
        columns.forEach(column -> copy.columns.add(column.as(column.name)));
        copy.unlogged = unlogged;
        copy.tail = tail;
        return copy;
    }

    boolean isPartitioned() {
        return tail.contains("PARTITION BY");
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
                ")" + tail,
                List.of());
    }
}
