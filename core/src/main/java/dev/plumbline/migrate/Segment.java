// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a script that is committed as a whole, or one statement that runs outside transactions.
 *
 * @param outside whether it runs outside a transaction; then it has one statement
 * @param statements what is run, in order; BEGIN and COMMIT of the script are left out
 * @param end how many statements of the script are done when it is, counted from the first of the script
 */
public record Segment(boolean outside, List<ScriptStatement> statements, int end) {
    public Segment {
        statements = List.copyOf(statements);
    }

    /**
     * Cuts a script. All of it is one segment, unless it holds statements that no transaction takes, or transactions of
     * its own, which are kept as the author meant them.
     *
     * @throws PlumblineException with {@code UNSUPPORTED} for a script that rolls back, or leaves a transaction open
     */
    public static List<Segment> of(MigrationScript.Sql script, ScriptRules rules) {
        return new Cutter(rules, script.options().transaction()).cut(script.statements());
    }

    private static final class Cutter {
        private final ScriptRules rules;
        private final boolean transaction;
        private final List<Segment> segments = new ArrayList<>();
        private List<ScriptStatement> open = new ArrayList<>();
        private boolean onlySettings = true;
        private int done;

        /** The BEGIN of the script's own transaction, while that is open. */
        private @Nullable ScriptStatement begun;

        Cutter(ScriptRules rules, boolean transaction) {
            this.rules = rules;
            this.transaction = transaction;
        }

        List<Segment> cut(List<ScriptStatement> statements) {
            for (ScriptStatement statement : statements) {
                add(statement, rules.placement(statement, transaction));
            }
            if (begun != null) {
                throw unsupported(
                        begun,
                        "begins a transaction here and never ends it",
                        "Add COMMIT, or leave BEGIN away: a migration runs in a transaction by itself.");
            }
            if (onlySettings && !segments.isEmpty() && !segments.getLast().outside()) {
                Segment last = segments.removeLast();
                open.addAll(0, last.statements());
            }
            close();
            return List.copyOf(segments);
        }

        private void add(ScriptStatement statement, Placement placement) {
            switch (placement) {
                case BEGIN -> {
                    // Settings before a transaction go with it: they need no commit of their own.
                    if (!onlySettings) {
                        close();
                    }
                    begun = statement;
                    done++;
                }
                case COMMIT -> {
                    done++;
                    begun = null;
                    close();
                }
                case ROLLBACK ->
                    throw unsupported(
                            statement,
                            "rolls its transaction back",
                            "Take it out: what must not be kept need not be run.");
                case OUTSIDE -> outside(statement);
                case TRANSACTION, SESSION -> {
                    open.add(statement);
                    onlySettings &= placement == Placement.SESSION;
                    done++;
                    if (!transaction && begun == null && placement == Placement.TRANSACTION) {
                        close();
                    }
                }
            }
        }

        private void outside(ScriptStatement statement) {
            if (begun != null) {
                throw unsupported(
                        statement,
                        "holds a statement in its transaction that the database takes only outside of one",
                        "Move it before BEGIN or behind COMMIT.");
            }
            close();
            done++;
            segments.add(new Segment(true, List.of(statement), done));
        }

        private void close() {
            if (!open.isEmpty()) {
                segments.add(new Segment(false, open, done));
                open = new ArrayList<>();
            } else if (!segments.isEmpty()
                    && !segments.getLast().outside()
                    && segments.getLast().end() < done) {
                // The end of one outside is its own: by that it is found again when it was begun and not ended.
                Segment last = segments.removeLast();
                segments.add(new Segment(false, last.statements(), done));
            }
            onlySettings = true;
        }

        private static PlumblineException unsupported(ScriptStatement statement, String what, String wayOut) {
            return new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    statement.script().name() + " " + what + ".",
                    wayOut,
                    statement.position(),
                    null);
        }
    }
}
