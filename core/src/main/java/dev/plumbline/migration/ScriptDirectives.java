// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what comments before the first statement of a script ask for: {@code -- plumbline: no transaction}. */
final class ScriptDirectives {
    private static final String MARK = "plumbline:";
    private static final Pattern COMMENT =
            Pattern.compile("(?:--|/\\*)\\s*plumbline:\\s*(.*?)\\s*(?:\\*/)?", Pattern.DOTALL);
    private static final Pattern NO_TRANSACTION = Pattern.compile("(?i)no\\s+transaction");
    private static final Pattern TIMEOUT =
            Pattern.compile("(?i)(lock_timeout|statement_timeout)\\s*[=:]?\\s*([0-9]{1,9})\\s*(ms|s|min|h)?");
    private static final Pattern PROVEN = Pattern.compile("proven\\s+([0-9a-f]{64})");
    /** What other stages read: hints for the planning of a declared schema, what a review shall accept. */
    private static final Pattern HINT =
            Pattern.compile("(?i)(?:renamed\\s+from|rename|allow|(?:reverse\\s+)?using)\\s.*", Pattern.DOTALL);

    private ScriptDirectives() {}

    /**
     * Returns the options of a script.
     *
     * @param transaction whether it may run in a transaction as far as its file name and format say
     * @throws PlumblineException with {@code INVALID_FILE} and the position for a directive that means nothing
     */
    static MigrationOptions read(SqlScript script, SqlDialect dialect, boolean transaction) {
        MigrationOptions options =
                transaction ? MigrationOptions.DEFAULT : MigrationOptions.DEFAULT.withoutTransaction();
        if (!script.text().contains(MARK)) {
            return options;
        }
        SqlLexer lexer = new SqlLexer(script, dialect);
        for (Token token = lexer.next(); token != null && token.type() == Token.Type.COMMENT; token = lexer.next()) {
            Matcher comment = COMMENT.matcher(script.text().substring(token.start(), token.end()));
            if (comment.matches()) {
                options = with(options, comment.group(1), script, token);
            }
        }
        return options;
    }

    private static MigrationOptions with(MigrationOptions options, String directive, SqlScript script, Token comment) {
        if (NO_TRANSACTION.matcher(directive).matches()) {
            return options.withoutTransaction();
        }
        Matcher timeout = TIMEOUT.matcher(directive);
        if (timeout.matches()) {
            Optional<Duration> value = Optional.of(duration(timeout, script, comment));
            return timeout.group(1).equalsIgnoreCase("lock_timeout")
                    ? new MigrationOptions(options.transaction(), value, options.statementTimeout(), options.proven())
                    : new MigrationOptions(options.transaction(), options.lockTimeout(), value, options.proven());
        }
        Matcher proven = PROVEN.matcher(directive);
        if (proven.matches()) {
            return new MigrationOptions(
                    options.transaction(),
                    options.lockTimeout(),
                    options.statementTimeout(),
                    Optional.of(new Checksum(proven.group(1))));
        }
        if (HINT.matcher(directive).matches()) {
            return options;
        }
        throw unknown("this 'plumbline:' directive means nothing", script, comment);
    }

    private static Duration duration(Matcher timeout, SqlScript script, Token comment) {
        long value = Long.parseLong(timeout.group(2));
        String unit = timeout.group(3);
        if (unit == null) {
            if (value != 0) {
                throw unknown("this timeout has no unit", script, comment);
            }
            return Duration.ZERO;
        }
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(value);
            case "s" -> Duration.ofSeconds(value);
            case "min" -> Duration.ofMinutes(value);
            default -> Duration.ofHours(value);
        };
    }

    private static PlumblineException unknown(String fact, SqlScript script, Token comment) {
        return new PlumblineException(
                ErrorCode.INVALID_FILE,
                script.name() + ": " + fact + ".",
                "Known at the top of a migration are: no transaction; lock_timeout 5s; statement_timeout 10min;"
                        + " with the units ms, s, min and h, and 0 for no limit; allow RULE (reason); proven CHECKSUM, which 'plumbline plan' writes.",
                script.position(comment.start()),
                null);
    }
}
