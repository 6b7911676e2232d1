// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Clause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A column that can be changed. */
final class Column {
    final String name;
    String type;
    /** What stands behind the type, by what it is for. */
    final SequencedMap<String, String> parts = new LinkedHashMap<>();

    Column(String name, String type) {
        this.name = name;
        this.type = type;
    }

    Column as(String otherName) {
        Column copy = new Column(otherName, type);
        copy.parts.putAll(parts);
        return copy;
    }

    boolean isComputed() {
        return parts.containsKey("generated");
    }

    Clause clause() {
        List<String> words = new ArrayList<>(List.of(name + " " + type));
        words.addAll(parts.values());
        return new Clause(words);
    }
}
