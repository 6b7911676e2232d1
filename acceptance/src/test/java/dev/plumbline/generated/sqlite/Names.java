// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names that are met in the wild and names that nobody expects, each always quoted in its own way. */
final class Names {
    static final List<String> TABLES = List.of(
            "notes",
            "Order",
            "a b",
            "quo\"te",
            "semi;colon",
            "täble",
            "select",
            "f_data",
            "t1",
            "UPPER",
            "x.y",
            "it's",
            "t1_content",
            "begin",
            "-- no");
    static final List<String> COLUMNS = List.of(
            "a",
            "b",
            "Name",
            "group",
            "c d",
            "é",
            "check",
            "q\"q",
            "created_at",
            "oid",
            "n",
            "as",
            "x]y",
            "key",
            "it's");

    private Names() {}

    /** Returns the name in quotes: double ones, brackets or backticks, or none where it is a plain word. */
    static String quoted(String name) {
        boolean plain = name.matches("[a-z][a-z0-9_]*")
                && !List.of("group", "check", "select", "as").contains(name);
        int style = name.isEmpty() ? 0 : name.charAt(name.length() - 1) % 4;
        if (plain && style < 2) {
            return name;
        }
        if (style == 2 && !name.contains("]")) {
            return "[" + name + "]";
        }
        if (style == 3) {
            return "`" + name + "`";
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a string literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static String pick(RandomGenerator random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
