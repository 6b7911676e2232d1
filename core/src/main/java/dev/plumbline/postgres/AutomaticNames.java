// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.nio.charset.StandardCharsets;

/**
 * The names that the server gives to what was declared without one (makeObjectName in indexcmds.c): the names of table
 * and column and a word, the longer of the two names shortened until the whole fits into 63 bytes.
 */
final class AutomaticNames {
    private static final int MOST_BYTES = 63;

    private AutomaticNames() {}

    /** Returns the name of the sequence behind a serial or identity column, unless another relation had it already. */
    static String sequence(String table, String column) {
        return of(table, column, "seq");
    }

    /** Returns the name of the NOT NULL constraint of a column, unless another constraint had it already. */
    static String notNull(String table, String column) {
        return of(table, column, "not_null");
    }

    private static String of(String table, String column, String word) {
        int room = MOST_BYTES - word.length() - 2;
        int first = bytes(table);
        int second = bytes(column);
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return clipped(table, first) + "_" + clipped(column, second) + "_" + word;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** No character is cut in two: one that does not fit is left out. */
    private static String clipped(String name, int most) {
        int length = 0;
        int bytes = 0;
        while (length < name.length()) {
            int width = Character.charCount(name.codePointAt(length));
            bytes += bytes(name.substring(length, length + width));
            if (bytes > most) {
                break;
            }
            length += width;
        }
        return name.substring(0, length);
    }
}
