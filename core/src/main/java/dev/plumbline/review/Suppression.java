// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment by which an author accepts what a rule finds: {@code -- plumbline: allow RULE (reason)} before or behind a
 * statement, {@code -- plumbline: allow in file RULE (reason)} anywhere.
 *
 * @param rule the name of the rule, as it was written
 * @param reason why; empty where none is given
 * @param statement where the statement begins that it is about; empty for the whole file
 * @param position where the comment stands
 */
public record Suppression(String rule, String reason, Optional<SourcePosition> statement, SourcePosition position) {
    private static final Pattern COMMENT =
            Pattern.compile("(?is)(?:--|/\\*)\\s*plumbline:\\s*allow\\s+(.*?)\\s*(?:\\*/)?");
    private static final Pattern ALLOWED = Pattern.compile("(?is)(in\\s+file\\s+)?([a-z0-9_-]+)\\s*:?\\s*(.*)");

    /** Returns the suppressions of a script, in order; none where it cannot be split. */
    static List<Suppression> of(MigrationScript script, SqlDialect dialect) {
        if (!(script instanceof MigrationScript.Sql sql) || !sql.script().text().contains("allow")) {
            return List.of();
        }
        try {
            return read(sql, dialect);
        } catch (PlumblineException e) {
            return List.of(); // the failure of the script says why
        }
    }

    private static List<Suppression> read(MigrationScript.Sql sql, SqlDialect dialect) {
        Map<Token, ScriptStatement> owners = new HashMap<>();
        for (ScriptStatement statement : sql.statements()) {
            statement.comments().forEach(comment -> owners.putIfAbsent(comment, statement));
        }
        SqlScript text = sql.script();
        List<Suppression> found = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(text, dialect);
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.type() == Token.Type.COMMENT) {
                Matcher comment = COMMENT.matcher(text.text().substring(token.start(), token.end()));
                if (comment.matches()) {
                    found.add(of(
                            comment.group(1),
                            Optional.ofNullable(owners.get(token)).map(ScriptStatement::position),
                            text.position(token.start())));
                }
            }
        }
        return found;
    }

    private static Suppression of(String text, Optional<SourcePosition> statement, SourcePosition position) {
        Matcher allowed = ALLOWED.matcher(text);
        if (!allowed.matches()) {
            return new Suppression(text, "", statement, position);
        }
        String reason = allowed.group(3).strip();
        if (reason.startsWith("(") && reason.endsWith(")")) {
            reason = reason.substring(1, reason.length() - 1).strip();
        }
        return new Suppression(
                allowed.group(2), reason, allowed.group(1) == null ? statement : Optional.empty(), position);
    }

    /** Returns whether it accepts a finding. */
    boolean accepts(Finding finding) {
        return rule.equals(finding.rule())
                && !reason.isEmpty()
                && position.file().equals(finding.position().file())
                && statement
                        .map(of -> of.line() == finding.position().line()
                                && of.column() == finding.position().column())
                        .orElse(true);
    }
}
