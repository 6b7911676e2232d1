// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.View;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.List;

/** CREATE and DROP of whole objects: the first is the text that SQLite keeps. */
final class Statements {
    private Statements() {}

    /** Returns the statement that makes the object, as it was written. */
    static String create(SchemaObject object) {
        return switch (object) {
            case SqliteTable table -> table.statement();
            case VirtualTable table -> table.statement();
            case View view -> view.statement();
            case Index index -> index.statement();
            case Trigger trigger -> trigger.statement();
            default -> throw foreign(object);
        };
    }

    static String drop(SchemaObject object) {
        String word = switch (object) {
            case SqliteTable table -> "TABLE ";
            case VirtualTable table -> "TABLE ";
            case View view -> "VIEW ";
            case Index index -> "INDEX ";
            case Trigger trigger -> "TRIGGER ";
            default -> throw foreign(object);
        };
        return "DROP " + word + SqliteNames.quote(name(object));
    }

    /** Returns the name as it was written. */
    static String name(SchemaObject object) {
        String sql = create(object);
        return SqliteLexer.tokens(sql).get(nameAt(SqliteLexer.tokens(sql))).text();
    }

    /** Returns the statement that makes the same object under another name. */
    static String renamed(SchemaObject object, String name) {
        String sql = create(object);
        List<Token> tokens = SqliteLexer.tokens(sql);
        return replaced(sql, tokens.get(nameAt(tokens)), name);
    }

    /** Returns the statement that makes the same trigger on a relation of another name. */
    static String moved(SchemaObject trigger, String relation) {
        String sql = create(trigger);
        List<Token> tokens = SqliteLexer.tokens(sql);
        int at = nameAt(tokens);
        while (!tokens.get(at).is("on")) {
            at++;
        }
        return replaced(sql, tokens.get(at + 1), relation);
    }

    private static String replaced(String sql, Token token, String name) {
        return sql.substring(0, token.start()) + SqliteNames.quote(name) + sql.substring(token.end());
    }

    /** The name follows the word for the kind: CREATE, then UNIQUE or VIRTUAL where it applies, the kind, the name. */
    private static int nameAt(List<Token> tokens) {
        return tokens.get(1).is("unique") || tokens.get(1).is("virtual") ? 3 : 2;
    }

    private static PlumblineException foreign(SchemaObject object) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "SQLite cannot hold a " + object.key() + ".",
                "Compare a SQLite database with the schema of a SQLite database.");
    }
}
