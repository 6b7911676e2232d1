// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.workload;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A statement with its parameters as PostgreSQL numbers them.
 *
 * @param sql the statement with {@code $1}, {@code $2} …
 * @param count the highest number in it
 */
public record NumberedParameters(String sql, int count) {

    /**
     * Numbers the parameters of a statement: {@code $1} stays, {@code :name} has one number however often it stands, each
     * {@code ?} has its own. As with JDBC, an operator with a question mark is written with two, but for {@code ?|} and
     * {@code ?&}.
     */
    public static NumberedParameters of(ScriptStatement statement) {
        return new Reading(statement).read();
    }

    /** One walk over the tokens. */
    private static final class Reading {
        private final ScriptStatement statement;
        private final List<Token> tokens;
        private final StringBuilder sql = new StringBuilder();
        private final SequencedMap<String, Integer> names = new LinkedHashMap<>();
        private int count;
        private int copied;

        Reading(ScriptStatement statement) {
            this.statement = statement;
            this.tokens = statement.tokens();
            this.copied = statement.start();
        }

        NumberedParameters read() {
            for (int i = 0; i < tokens.size(); i++) {
                if (is(i, '$') && touches(i) && isNumber(i + 1)) {
                    count = Math.max(count, Integer.parseInt(statement.text(tokens.get(i + 1))));
                } else if (is(i, ':') && !is(i - 1, ':') && touches(i) && isName(i + 1)) {
                    String name = statement.text(tokens.get(i + 1));
                    replace(tokens.get(i).start(), tokens.get(i + 1).end(), number(name));
                } else if (is(i, '?') && touches(i) && is(i + 1, '?')) {
                    replace(tokens.get(i).start(), tokens.get(i + 1).end(), "?");
                    i++;
                } else if (is(i, '?') && !(touches(i) && (is(i + 1, '|') || is(i + 1, '&')))) {
                    replace(tokens.get(i).start(), tokens.get(i).end(), "$" + ++count);
                }
            }
            sql.append(statement.script().text(), copied, statement.end());
            return new NumberedParameters(sql.toString(), count);
        }

        private String number(String name) {
            Integer known = names.get(name);
            if (known == null) {
                known = ++count;
                names.put(name, known);
            }
            return "$" + known;
        }

        private void replace(int start, int end, String by) {
            sql.append(statement.script().text(), copied, start).append(by);
            copied = end;
        }

        private boolean is(int i, char symbol) {
            return statement.isSymbol(i, symbol);
        }

        /** Whether nothing stands between a token and the next. */
        private boolean touches(int i) {
            return i + 1 < tokens.size()
                    && tokens.get(i).end() == tokens.get(i + 1).start();
        }

        private boolean isNumber(int i) {
            return i < tokens.size()
                    && tokens.get(i).type() == Token.Type.WORD
                    && statement.text(tokens.get(i)).matches("[0-9]{1,5}");
        }

        private boolean isName(int i) {
            return i < tokens.size()
                    && tokens.get(i).type() == Token.Type.WORD
                    && !Character.isDigit(statement.text(tokens.get(i)).charAt(0));
        }
    }
}
