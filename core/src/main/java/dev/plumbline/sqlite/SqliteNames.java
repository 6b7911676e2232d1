// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.source.Names;
import java.util.Set;

/**
 * Names in SQLite: they do not differ by the case of ASCII letters, and of ASCII letters only. Keys hold them folded;
 * statements take them quoted, always.
 */
public final class SqliteNames {
    /** The only schema of a database file that is compared. */
    static final String MAIN = "main";

    /** Keywords that SQLite does not accept as names without quotes ({@code parse.y}, without its fallback list). */
    private static final Set<String> RESERVED = Set.of(
            ("add all alter and as autoincrement between case check collate commit constraint create current_date"
                            + " current_time current_timestamp default deferrable delete distinct drop else escape"
                            + " except exists false foreign from group having in index insert intersect into is isnull"
                            + " join limit not nothing notnull null on or order primary references returning select"
                            + " set table then to transaction true union unique update using values when where")
                    .split(" "));

    private SqliteNames() {}

    /** Returns the form in which two names are compared. */
    public static String fold(String name) {
        return Names.folded(name);
    }

    /** Returns the name in double quotes, whatever it holds. */
    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a string literal. */
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    static ObjectKey key(ObjectKind kind, String name) {
        return ObjectKey.of(kind, MAIN, fold(name));
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(fold(word));
    }

    /** Returns whether the folded name can stand without quotes and still be a name. */
    static boolean isPlain(String folded) {
        if (folded.isEmpty() || RESERVED.contains(folded)) {
            return false;
        }
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '$'))) {
                return false;
            }
        }
        return true;
    }
}
