// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Clause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column that can be changed, and what its values look like. */
final class ColumnModel {
    /** What a foreign key refers to. */
    record Target(String table, String column) {}

    final String name;
    String type;
    /** The column's constraints by their sort: {@code pk}, {@code notnull}, {@code default}… */
    final Map<String, String> parts = new LinkedHashMap<>();

    Optional<Target> target = Optional.empty();

    ColumnModel(String name, String type) {
        this.name = name;
        this.type = type;
    }

    ColumnModel copy() {
        ColumnModel copy = new ColumnModel(name, type);
        copy.parts.putAll(parts);
        copy.target = target;
        return copy;
    }

    boolean generated() {
        return parts.containsKey("generated");
    }

    boolean mustDiffer() {
        return parts.containsKey("pk") || parts.containsKey("unique");
    }

    Clause clause() {
        List<String> words = new ArrayList<>();
        words.add((Names.quoted(name) + " " + type).strip());
        words.addAll(parts.values());
        return new Clause(words);
    }
}
