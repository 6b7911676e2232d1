// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.List;
import java.util.Locale;

/**
 * Tells statements that may cost rows, or values in them, from those that only add. What adds: everything that creates,
 * plain inserts, columns and names that are added or changed, and dropping what holds no rows of its own. Everything
 * else may, and so may what is not known here.
 */
final class RowDanger {
    private RowDanger() {}

    static boolean isIn(String statement) {
        List<Token> tokens = SqliteLexer.tokens(statement);
        if (tokens.isEmpty()) {
            return false;
        }
        return switch (tokens.getFirst().text().toLowerCase(Locale.ROOT)) {
            case "create",
                    "select",
                    "values",
                    "explain",
                    "analyze",
                    "reindex",
                    "begin",
                    "commit",
                    "end",
                    "savepoint",
                    "release",
                    "rollback",
                    "vacuum",
                    "attach",
                    "detach" -> false;
            case "insert", "with" -> has(tokens, "delete") || has(tokens, "update") || has(tokens, "replace");
            case "drop" -> tokens.size() > 1 && tokens.get(1).is("table");
            case "alter" -> has(tokens.subList(Math.min(2, tokens.size()), tokens.size()), "drop");
            case "pragma" -> has(tokens, "writable_schema");
            default -> true;
        };
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }
}
