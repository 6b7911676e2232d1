// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.List;
import java.util.Optional;

/**
 * A field, record component or getter that holds the value of a column.
 *
 * @param name its name; of a part of an embedded object, with the name of that before it: {@code address.city}
 * @param column the column that an annotation names
 * @param prefix what stands before the column's name where none is named, for parts of embedded objects
 * @param type its type, without {@code Optional}
 * @param nullness whether it may be null
 * @param constants the names of the constants, where it is an enum
 * @param converted whether it says itself that a converter stands between it and the column, or refers to another row, so
 *     that its type says nothing of the column's
 * @param ordinal whether an enum is stored by the numbers of its constants
 * @param given whether the database gives it its value when a row is made
 */
record MappedField(
        String name,
        Optional<String> column,
        String prefix,
        JavaType type,
        Nullness nullness,
        Optional<List<String>> constants,
        boolean converted,
        boolean ordinal,
        boolean given) {
    MappedField {
        constants = constants.map(List::copyOf);
    }

    /** Returns what kind of value it holds. */
    JavaKind kind() {
        return constants.isPresent() ? JavaKind.ENUM : type.kind();
    }

    /** Returns the last part of its name, by which a column is looked for. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
