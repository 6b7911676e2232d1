// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.Token;
import java.util.ArrayList;
import java.util.List;

/** Names as they stand in SQL, made into names as they stand in a catalog. */
public final class Names {
    private Names() {}

    /** Returns whether the token can be a name. */
    static boolean isName(Token token) {
        return token.type() == Token.Type.WORD || token.type() == Token.Type.QUOTED_NAME;
    }

    /**
     * Returns the name as a catalog has it: without its quotes; folded when it has none, and in SQLite always, as
     * SQLite takes no notice of case.
     */
    static String unquoted(String text, SqlDialect dialect) {
        String name = withoutQuotes(text);
        boolean plain = name.length() == text.length();
        return plain || dialect == SqlDialect.SQLITE ? folded(name) : name;
    }

    /**
     * Returns the name with ASCII letters in lower case, and no others: so SQLite compares names (its documentation,
     * "Datatypes", says so of NOCASE; {@code sqlite3StrICmp}), and so PostgreSQL reads those without quotes where a character may
     * have several bytes ({@code downcase_identifier} in {@code scansup.c}).
     */
    public static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private static String withoutQuotes(String text) {
        char first = text.charAt(0);
        if (first == '"' || first == '`') {
            String quote = String.valueOf(first);
            return text.substring(1, text.length() - 1).replace(quote + quote, quote);
        }
        if (first == '[') {
            return text.substring(1, text.length() - 1);
        }
        return text;
    }

    /** Returns the names of a dotted name that begins at a token, empty when there is none. */
    public static List<String> dotted(ScriptStatement statement, int at, SqlDialect dialect) {
        List<String> names = new ArrayList<>();
        for (int i = at;
                i < statement.tokens().size() && isName(statement.tokens().get(i));
                i += 2) {
            names.add(unquoted(statement.text(statement.tokens().get(i)), dialect));
            if (!statement.isSymbol(i + 1, '.')) {
                break;
            }
        }
        return names;
    }

    /** Returns the index of the token behind a dotted name. */
    public static int behindDotted(ScriptStatement statement, int at) {
        int i = at + 1;
        while (statement.isSymbol(i, '.')) {
            i += 2;
        }
        return i;
    }
}
