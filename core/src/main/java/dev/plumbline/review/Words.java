// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.script.ScriptStatement;
import java.util.Locale;

/** Words of statements, for what cannot be seen from outside; nothing is understood beyond them. */
public final class Words {
    private Words() {}

    /** Returns whether the word stands in the statement, outside parentheses. */
    public static boolean has(ScriptStatement statement, String word) {
        return at(statement, word) >= 0;
    }

    /** Returns the place of the word among the tokens, outside parentheses; -1 where it is not there. */
    public static int at(ScriptStatement statement, String word) {
        int depth = 0;
        for (int i = 0; i < statement.tokens().size(); i++) {
            if (statement.isSymbol(i, '(')) {
                depth++;
            } else if (statement.isSymbol(i, ')')) {
                depth--;
            } else if (depth == 0 && statement.word(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the statement with words put behind one of its own, and a semicolon. */
    public static String with(ScriptStatement statement, String behind, String words) {
        int at = at(statement, behind);
        if (at < 0) {
            return statement.sql() + ";";
        }
        int end = statement.tokens().get(at).end();
        String text = statement.script().text();
        return text.substring(statement.start(), end) + " " + words + text.substring(end, statement.end()) + ";";
    }

    /** Returns whether the statement sets that setting, for the session or its transaction, to more than nothing. */
    public static boolean sets(ScriptStatement statement, String setting) {
        return statement.word(0).equals("SET")
                && (statement.word(1).equals(setting.toUpperCase(Locale.ROOT))
                        || statement.word(2).equals(setting.toUpperCase(Locale.ROOT)));
    }
}
