// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.TypeStatements;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An enum whose successor stands beside it under another name, until every column has gone over to that. */
record ReplacedEnum(EnumType from, EnumType to) {
    private static final String CAST = "::";

    ObjectKey key() {
        return to.key();
    }

    /** Returns the key that the successor has until it takes the name. */
    ObjectKey besideKey() {
        return ObjectKey.of(key().kind(), key().schema(), Scaffold.beside(key().name()));
    }

    /** Returns a place in the order under a key that no object has. */
    ObjectKey place(String what) {
        return key().child(key().kind(), what);
    }

    /** Returns the labels that the successor does not have, in their order. */
    List<String> gone() {
        List<String> gone = new ArrayList<>(from.labels());
        gone.removeAll(to.labels());
        return gone;
    }

    /** Returns what makes the successor. */
    String create() {
        return TypeStatements.create(new EnumType(besideKey(), to.labels()));
    }

    /** Returns what gives the successor the name, the old type stepping aside. */
    List<String> rename() {
        return List.of(
                "ALTER TYPE " + Sql.of(key()) + " RENAME TO " + Sql.name(TypeStatements.waitingName(key())),
                "ALTER TYPE " + Sql.of(besideKey()) + " RENAME TO " + Sql.name(key().name()));
    }

    /** Returns what drops the old type, which has stepped aside. */
    String drop() {
        return "DROP TYPE " + Sql.name(key().schema()) + "." + Sql.name(TypeStatements.waitingName(key()));
    }

    /** Returns the successor in place of the type, as it stands before the name goes over; arrays are arrays of that. */
    String beside(String type) {
        return Sql.of(besideKey()) + type.substring(Sql.of(key()).length());
    }

    /** Returns whether a type is this one, or an array of it. */
    boolean isOf(String type) {
        return type.equals(Sql.of(key())) || type.equals(Sql.of(key()) + "[]");
    }

    /**
     * Returns an expression with the successor in place of the type; absent where the name stands anywhere but behind a cast, and may
     * mean something else.
     *
     * @param text what the server has deparsed, in which types stand qualified
     */
    Optional<String> in(String text) {
        String name = Sql.of(key());
        StringBuilder renamed = new StringBuilder();
        SqlLexer lexer = new SqlLexer(new SqlScript("definition", text), SqlDialect.POSTGRES);
        int copied = 0;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            boolean isName = token.type() == Token.Type.WORD || token.type() == Token.Type.QUOTED_NAME;
            if (isName && token.start() >= copied && stands(name, text, token.start())) {
                if (!text.startsWith(CAST, token.start() - CAST.length())) {
                    return Optional.empty();
                }
                renamed.append(text, copied, token.start()).append(Sql.of(besideKey()));
                copied = token.start() + name.length();
            }
        }
        return Optional.of(renamed.append(text, copied, text.length()).toString());
    }

    private static boolean stands(String name, String text, int start) {
        int end = start + name.length();
        return text.startsWith(name, start)
                && (end == text.length()
                        || (!Character.isUnicodeIdentifierPart(text.charAt(end))
                                && "$.\"".indexOf(text.charAt(end)) < 0));
    }
}
