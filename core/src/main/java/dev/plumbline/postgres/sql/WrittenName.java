// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.sql;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.Token;
import dev.plumbline.source.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name as it is written in a script, folded as PostgreSQL folds it.
 *
 * @param parts schema and name, or name alone; empty where none is written
 * @param end the index of the token behind it
 */
public record WrittenName(List<String> parts, int end) {
    /** Copies the parts. */
    public WrittenName {
        parts = List.copyOf(parts);
    }

    /** Returns the name that begins at a token. */
    public static WrittenName at(ScriptStatement statement, int from) {
        List<String> parts = new ArrayList<>();
        int at = from;
        while (at < statement.tokens().size() && isName(statement.tokens().get(at))) {
            parts.add(fold(statement.text(statement.tokens().get(at))));
            at++;
            if (!statement.isSymbol(at, '.')) {
                break;
            }
            at++;
        }
        return new WrittenName(parts, at);
    }

    private static boolean isName(Token token) {
        return token.type() == Token.Type.WORD || token.type() == Token.Type.QUOTED_NAME;
    }

    private static String fold(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : Names.folded(written);
    }

    /** Returns the name without its schema. */
    public String last() {
        return parts.isEmpty() ? "" : parts.getLast();
    }

    /** Returns it quoted, with its schema where one is written. */
    public String quoted() {
        return parts.stream().map(Sql::name).collect(Collectors.joining("."));
    }

    /** Returns another object's name in the same schema, quoted. */
    String sibling(String name) {
        return parts.size() < 2 ? Sql.name(name) : Sql.name(parts.getFirst()) + "." + Sql.name(name);
    }
}
