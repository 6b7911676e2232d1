// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of PostgreSQL that acts on the whole server and not on the database that it is run in. It is no part of a
 * schema, and loading one must not change a server that others use; a role that it creates is stubbed instead.
 *
 * @param role the role that it creates
 */
record ServerWide(Optional<String> role) {
    private static final Set<String> ROLE_WORDS = Set.of("ROLE", "USER", "GROUP");
    private static final Set<String> SERVER_WORDS = Set.of("DATABASE", "TABLESPACE", "SYSTEM");

    /** Returns the statement as such, if it is one. */
    static Optional<ServerWide> of(ScriptStatement statement) {
        String verb = statement.word(0);
        String kind = statement.word(1);
        return switch (verb) {
            case "CREATE", "ALTER", "DROP" -> {
                if (ROLE_WORDS.contains(kind) && !statement.word(2).equals("MAPPING")) {
                    List<String> name = Names.dotted(statement, 2, SqlDialect.POSTGRES);
                    yield Optional.of(
                            new ServerWide(verb.equals("CREATE") ? name.stream().findFirst() : Optional.empty()));
                }
                yield SERVER_WORDS.contains(kind) ? nothing() : Optional.empty();
            }
            case "GRANT", "REVOKE" -> isMembership(statement) ? nothing() : Optional.empty();
            case "REASSIGN", "VACUUM", "CHECKPOINT" -> nothing();
            case "COMMENT" ->
                kind.equals("ON")
                                && (statement.word(2).equals("ROLE")
                                        || statement.word(2).equals("DATABASE")
                                        || statement.word(2).equals("TABLESPACE"))
                        ? nothing()
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ServerWide> nothing() {
        return Optional.of(new ServerWide(Optional.empty()));
    }

    /** {@code GRANT role TO role} has no ON; {@code GRANT … ON DATABASE} is the server's too. */
    private static boolean isMembership(ScriptStatement statement) {
        for (int i = 1; i < statement.tokens().size(); i++) {
            if (statement.word(i).equals("ON")) {
                return SERVER_WORDS.contains(statement.word(i + 1));
            }
        }
        return true;
    }
}
