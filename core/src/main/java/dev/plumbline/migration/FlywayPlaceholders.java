// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${name}} in Flyway's scripts; upper and lower case are alike, as in Flyway. */
final class FlywayPlaceholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\n]+)\\}");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, String> values;
    private final SqlDialect dialect;

    /** Creates it with values whose names compare without regard to case. */
    FlywayPlaceholders(Map<String, String> values, SqlDialect dialect) {
        this.values = values;
        this.dialect = dialect;
    }

    /**
     * Returns the script with values; the same one when there was nothing to replace. A placeholder in a comment needs
     * no value.
     *
     * @throws PlumblineException with {@code INVALID_FILE} and the position for a placeholder without a value
     */
    SqlScript replace(SqlScript script, String fileName) {
        Matcher placeholder = PLACEHOLDER.matcher(script.text());
        StringBuilder result = new StringBuilder();
        boolean replaced = false;
        while (placeholder.find()) {
            String value = value(placeholder.group(1), fileName);
            if (value == null && !isInComment(script, placeholder.start())) {
                throw FormatErrors.invalid(
                        script,
                        placeholder.start(),
                        "the placeholder " + placeholder.group() + " has no value",
                        "Give it one (--placeholder NAME=VALUE), or write placeholderReplacement=false into " + fileName
                                + ".conf.");
            }
            replaced |= value != null;
            placeholder.appendReplacement(
                    result, Matcher.quoteReplacement(value == null ? placeholder.group() : value));
        }
        return replaced
                ? new SqlScript(script.name(), placeholder.appendTail(result).toString())
                : script;
    }

    private @Nullable String value(String name, String fileName) {
        String given = values.get(name);
        if (given != null) {
            return given;
        }
        return switch (name) {
            case "flyway:filename" -> fileName;
            case "flyway:workingDirectory" -> System.getProperty("user.dir");
            case "flyway:timestamp" -> LocalDateTime.now(ZoneId.systemDefault()).format(TIMESTAMP);
            default -> null;
        };
    }

    private boolean isInComment(SqlScript script, int offset) {
        SqlLexer lexer = new SqlLexer(script, dialect);
        for (Token token = lexer.next(); token != null && token.start() <= offset; token = lexer.next()) {
            if (token.end() > offset) {
                return token.type() == Token.Type.COMMENT;
            }
        }
        return false;
    }
}
