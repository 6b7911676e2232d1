// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.script.ScriptStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A migration that is small enough to be sent as one text, which is the body of a transaction. When it fails, nobody
 * says which of its statements did: it is rolled back and run once more, statement by statement, to find that out.
 */
final class WholeMigration {
    /** Few enough that nobody misses to hear of each as it begins. */
    private static final int MOST_STATEMENTS = 20;

    private static final int LONGEST_TEXT = 20_000;

    /** What is quick as a rule, or fails before it has worked for long, and does nothing that a rollback leaves. */
    private static final Set<String> QUICK = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE");

    private WholeMigration() {}

    /** Returns whether statements may be sent as one text. */
    static boolean isSmall(List<ScriptStatement> statements) {
        if (statements.isEmpty() || statements.size() > MOST_STATEMENTS) {
            return false;
        }
        int length = 0;
        for (ScriptStatement statement : statements) {
            length += statement.end() - statement.start();
            if (!QUICK.contains(statement.word(0))) {
                return false;
            }
        }
        return length <= LONGEST_TEXT;
    }

    /**
     * Returns the text; empty where the engine, the lock or the row does not come in that form.
     *
     * @param reset brings the session in order
     */
    static Optional<String> text(
            Optional<OneExchange> engine,
            Function<OneExchange, String> reset,
            MigrationLocks.Held lock,
            List<ScriptStatement> statements,
            Journal journal) {
        Optional<String> guard = lock.guard();
        if (engine.isEmpty() || guard.isEmpty() || !journal.isNew()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        text.append(reset.apply(engine.get())).append(";\n");
        text.append(guard.get()).append(";\n");
        for (ScriptStatement statement : statements) {
            text.append(statement.sql()).append(";\n");
        }
        text.append(journal.text(statements.size(), engine.get())).append(";\nCOMMIT");
        return Optional.of(text.toString());
    }
}
