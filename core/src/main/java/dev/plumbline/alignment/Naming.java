// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Locale;

/** How the name of a field becomes that of its column, where no annotation names it. */
public enum Naming {
    /** {@code keyType} is {@code key_type}, {@code parentURL} is {@code parent_url}. */
    SNAKE_CASE,
    /** {@code keyType} is {@code keytype}. */
    LOWER_CASE,
    /** The names are the same. */
    SAME;

    /** Returns the column of a field. */
    public String column(String field) {
        return switch (this) {
            case SAME -> field;
            case LOWER_CASE -> field.toLowerCase(Locale.ROOT);
            case SNAKE_CASE ->
                field.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                        .toLowerCase(Locale.ROOT);
        };
    }
}
