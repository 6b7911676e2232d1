// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of named queries. Only what both databases explain without executing it is let through: everything else,
 * an EXPLAIN ANALYZE or a PRAGMA for instance, is refused by its first word.
 */
final class WorkloadReader {
    private static final Set<String> QUERIES =
            Set.of("SELECT", "WITH", "VALUES", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TABLE");

    /** The mark behind a name, such as {@code :many}, is sqlc's; what aiosql puts there is a sign. */
    private static final Pattern NAME =
            Pattern.compile("--\\s*name\\s*:\\s*(.*?)\\s*(?::[a-z]+|[\\^$!#]|<!|\\*!)?\\s*");

    private static final Pattern ALLOW = Pattern.compile("--\\s*allow\\s*:\\s*(.*?)\\s*");

    private final SqlScript script;
    private final SqlDialect dialect;

    WorkloadReader(SqlScript script, SqlDialect dialect) {
        this.script = script;
        this.dialect = dialect;
    }

    Workload read() {
        List<WorkloadQuery> queries = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (ScriptStatement statement : StatementSplitter.split(script, dialect)) {
            if (statement.tokens().isEmpty()) {
                continue;
            }
            requireQuery(statement);
            String name = name(statement).orElseGet(() -> place(statement, names));
            if (!names.add(name)) {
                throw invalid("the name '" + name + "' is given twice", "Give each query its own.", statement);
            }
            queries.add(new WorkloadQuery(name, statement, allowed(statement)));
        }
        if (queries.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_FILE,
                    script.name() + " holds no query.",
                    "A workload is a file of SQL queries, each behind a comment '-- name: …'.");
        }
        return new Workload(script.name(), queries);
    }

    private void requireQuery(ScriptStatement statement) {
        int first = 0;
        while (statement.isSymbol(first, '(')) {
            first++;
        }
        if (!QUERIES.contains(statement.word(first))) {
            throw invalid(
                    "this is no query, so it cannot be explained",
                    "A workload holds SELECT, INSERT, UPDATE, DELETE and MERGE, without EXPLAIN; nothing in it is executed.",
                    statement);
        }
    }

    private static Optional<String> name(ScriptStatement statement) {
        return before(statement).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .filter(name -> !name.isEmpty())
                .reduce((first, second) -> second);
    }

    private static String place(ScriptStatement statement, Set<String> names) {
        String line = "line " + statement.line();
        return names.contains(line) ? line + ", column " + statement.position().column() : line;
    }

    private Set<Trait> allowed(ScriptStatement statement) {
        EnumSet<Trait> allowed = EnumSet.noneOf(Trait.class);
        for (String comment : before(statement)) {
            Matcher match = ALLOW.matcher(comment);
            if (match.matches()) {
                for (String word : match.group(1).split("[,\\s]+", -1)) {
                    allowed.add(trait(word)
                            .orElseThrow(() -> invalid(
                                    "'" + word + "' cannot be allowed",
                                    "What can be is scan, sort and own-index, with commas between.",
                                    statement)));
                }
            }
        }
        return allowed;
    }

    private static Optional<Trait> trait(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return EnumSet.allOf(Trait.class).stream()
                .filter(trait -> trait.name().equals(name))
                .findFirst();
    }

    /** The comments in front of a statement, without those inside of it and behind it. */
    private static List<String> before(ScriptStatement statement) {
        return statement.comments().stream()
                .filter(comment -> comment.start() < statement.start())
                .map(comment -> statement.text(comment).strip())
                .toList();
    }

    private PlumblineException invalid(String fact, String advice, ScriptStatement statement) {
        return new PlumblineException(
                ErrorCode.INVALID_FILE, script.name() + ": " + fact + ".", advice, statement.position(), null);
    }
}
