// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Optional;

/** What an engine knows about its columns and the types of Java. */
public interface ColumnTypes {
    /**
     * Returns why the type does not hold the column's values; empty where it does. NULL, and the constants of an enum,
     * are looked at elsewhere.
     *
     * @param type the field's type, without {@code Optional}
     * @param kind what kind of value it holds; {@link JavaKind#ENUM} for an enum stored by the names of its constants,
     *     {@link JavaKind#INT} for one stored by their numbers
     */
    Optional<Misfit> judge(ColumnShape column, JavaType type, JavaKind kind, Conventions conventions);
}
