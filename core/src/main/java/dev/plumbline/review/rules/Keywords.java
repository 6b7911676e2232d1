// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import java.util.Locale;
import java.util.Set;

/**
 * Words that name nothing without quotes: those that PostgreSQL marks as reserved (PostgreSQL documentation, appendix
 * "SQL Key Words") and those of SQLite that its parser does not take for a name (SQLite documentation, "SQLite
 * Keywords").
 */
final class Keywords {
    private static final Set<String> RESERVED = Set.of(
            ("all alter analyse analyze and any array as asc asymmetric authorization autoincrement between binary both"
                            + " case cast check collate collation column commit concurrently constraint create cross"
                            + " current_catalog current_date current_role current_schema current_time current_timestamp"
                            + " current_user default deferrable delete desc distinct do drop else end escape except exists"
                            + " false fetch for foreign freeze from full grant group having ilike in index initially inner"
                            + " insert intersect into is isnull join lateral leading left like limit localtime"
                            + " localtimestamp natural not notnull null offset on only or order outer overlaps placing"
                            + " primary references returning right select session_user set similar some symmetric"
                            + " system_user table tablesample then to trailing transaction true union unique update user"
                            + " using values variadic verbose when where window with")
                    .split(" "));

    private Keywords() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }
}
