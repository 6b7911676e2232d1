// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.sql;

import java.nio.charset.StandardCharsets;

/**
 * Names that are made of others and fit into the server's 63 bytes. Those of what was declared without one are the server's own
 * (makeObjectName in indexcmds.c): the names of table and column and a word, the longer of the two shortened.
 */
public final class AutomaticNames {
    private static final int MOST_BYTES = 63;

    private AutomaticNames() {}

    /** Returns the name of the sequence behind a serial or identity column, unless another relation had it already. */
    public static String sequence(String table, String column) {
        return of(table, column, "seq");
    }

    /** Returns the name of the NOT NULL constraint of a column, unless another constraint had it already. */
    public static String notNull(String table, String column) {
        return of(table, column, "not_null");
    }

    /** Returns the name of the NOT NULL constraint of a domain, unless another constraint had it already. */
    public static String notNull(String domain) {
        return of(domain, "not_null");
    }

    /**
     * Returns the name of something that stands beside an object for a while. Where both do not fit, a number made of the name keeps
     * names apart that begin alike.
     */
    public static String marked(String name, String mark) {
        if (bytes(name) + bytes(mark) <= MOST_BYTES) {
            return name + mark;
        }
        String number = "_" + Integer.toHexString(name.hashCode());
        return clipped(name, MOST_BYTES - bytes(mark) - bytes(number)) + number + mark;
    }

    /**
     * Returns the name of an index of a table ({@code ChooseIndexName} in indexcmds.c), unless another relation had it already.
     *
     * @param columns the columns, joined; empty for a primary key, whose name has none
     * @param word what kind it is, with a number behind it where names without one were taken
     */
    public static String index(String table, String columns, String word) {
        return columns.isEmpty() ? of(table, word) : of(table, columns, word);
    }

    /** Returns the name of something of a table that has to do with no column, or several. */
    public static String of(String table, String word) {
        return clipped(table, MOST_BYTES - word.length() - 1) + "_" + word;
    }

    /** Returns the name of something of one column of a table. */
    public static String of(String table, String column, String word) {
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
