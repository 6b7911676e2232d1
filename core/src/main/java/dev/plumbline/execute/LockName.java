// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.util.Optional;

/**
 * Which migration lock: that of one history table. Runs hold each other off when they give equal names, so a history
 * must always be named the same way. Declared plans are applied under {@link #DEFAULT}.
 *
 * @param schema the schema of the history, where it was given by name; empty for where the database puts it
 * @param table the name of the history's table
 */
public record LockName(Optional<String> schema, String table) {
    /** The lock of the history that is used where none is named. */
    public static final LockName DEFAULT = new LockName(Optional.empty(), "plumbline_history");

    /** Returns it in one text, different for different names. */
    public String text() {
        return schema.map(name -> quoted(name) + ".").orElse("") + quoted(table);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
