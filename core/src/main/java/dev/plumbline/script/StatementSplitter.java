// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a script into statements at the semicolons that end one: not those in strings and comments, in the
 * parentheses of CREATE RULE, in BEGIN ATOMIC bodies or in SQLite's triggers. The rows behind PostgreSQL's {@code COPY … FROM
 * STDIN} are part of that statement.
 */
public final class StatementSplitter {
    /** What psql commands in dumps do that a scratch database does not need. */
    private static final Set<String> SKIPPED = Set.of(
            "\\restrict",
            "\\unrestrict",
            "\\connect",
            "\\c",
            "\\set",
            "\\unset",
            "\\pset",
            "\\echo",
            "\\qecho",
            "\\warn",
            "\\encoding",
            "\\timing",
            "\\x",
            "\\q");

    private final SqlScript script;
    private final SqlDialect dialect;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private Optional<Token> endedRows = Optional.empty();
    private List<Token> endedTokens = List.of();
    private List<Token> endedComments = List.of();
    private List<Token> tokens = new ArrayList<>();
    private List<Token> comments = new ArrayList<>();
    private int parentheses;
    private int blocks;
    private int semicolonAt = -1;

    private StatementSplitter(SqlScript script, SqlDialect dialect) {
        this.script = script;
        this.dialect = dialect;
    }

    /**
     * Returns the statements of a script; takes time in proportion to its length.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} and the position, for what is never closed and for
     *     psql's commands, and for rows behind a COPY that do not end
     */
    public static List<ScriptStatement> split(SqlScript script, SqlDialect dialect) {
        return new StatementSplitter(script, dialect).split();
    }

    private List<ScriptStatement> split() {
        SqlLexer lexer = new SqlLexer(script, dialect);
        boolean rowsFollow = false;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (rowsFollow && token.type() != Token.Type.ROWS) {
                requireOnlyRows(token);
            }
            switch (token.type()) {
                case ROWS -> rows(token);
                case COMMENT -> comment(token);
                case PSQL_COMMAND -> psqlCommand(token);
                case WORD -> word(token);
                case SYMBOL -> symbol(token);
                case QUOTED_NAME, STRING -> tokens.add(token);
            }
            rowsFollow = lexer.isBeforeRows();
        }
        end();
        if (rowsFollow || lexer.isInCopyFromClient()) {
            throw withoutRows("this COPY … FROM stdin has no rows behind it");
        }
        addEnded();
        if (!comments.isEmpty()) {
            // Comments behind the last statement may hold hints still; they form a statement without tokens.
            int end = script.text().length();
            statements.add(new ScriptStatement(
                    script, statements.size() + 1, end, end, List.of(), comments, Optional.empty()));
        }
        return List.copyOf(statements);
    }

    /** A comment on the line of the semicolon belongs to the statement that ended there. */
    private void comment(Token token) {
        boolean behind = tokens.isEmpty()
                && comments.isEmpty()
                && semicolonAt >= 0
                && script.line(semicolonAt) == script.line(token.start());
        (behind ? endedComments : comments).add(token);
    }

    private void psqlCommand(Token token) {
        String line = script.text().substring(token.start(), token.end());
        String command = line.strip().split("\\s", 2)[0];
        if (!tokens.isEmpty() || !SKIPPED.contains(command)) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_LOADED,
                    script.name() + ": only psql can carry out '" + command + "'.",
                    "Put the SQL itself into the file: Plumbline reads files and folders of SQL without psql.",
                    script.position(token.start()),
                    null);
        }
    }

    private void word(Token token) {
        String word = upper(token);
        if (dialect == SqlDialect.POSTGRES && parentheses == 0 && isRoutine()) {
            atomicBody(word);
        } else if (dialect == SqlDialect.SQLITE && isTrigger()) {
            triggerBody(word);
        }
        tokens.add(token);
    }

    /** {@code BEGIN ATOMIC … END}; a CASE has an END of its own. */
    private void atomicBody(String word) {
        if (word.equals("ATOMIC") && upperAt(tokens.size() - 1).equals("BEGIN")) {
            blocks++;
        } else if (blocks > 0 && word.equals("CASE")) {
            blocks++;
        } else if (blocks > 0 && word.equals("END")) {
            blocks--;
        }
    }

    private void triggerBody(String word) {
        if (word.equals("CASE") || (word.equals("BEGIN") && blocks == 0)) {
            blocks++;
        } else if (word.equals("END") && blocks > 0) {
            blocks--;
        }
    }

    private boolean isRoutine() {
        int kind = upperAt(1).equals("OR") ? 3 : 1;
        return upperAt(0).equals("CREATE")
                && (upperAt(kind).equals("FUNCTION") || upperAt(kind).equals("PROCEDURE"));
    }

    private boolean isTrigger() {
        int kind = upperAt(1).startsWith("TEMP") ? 2 : 1;
        return upperAt(0).equals("CREATE") && upperAt(kind).equals("TRIGGER");
    }

    private void symbol(Token token) {
        char c = script.text().charAt(token.start());
        if (c == ';' && parentheses == 0 && blocks == 0) {
            semicolonAt = tokens.isEmpty() ? semicolonAt : token.start();
            end();
            return;
        }
        if (c == '(') {
            parentheses++;
        } else if (c == ')' && parentheses > 0) {
            parentheses--;
        }
        tokens.add(token);
    }

    /** Ends a statement, which stays open for comments that follow on its line. */
    private void end() {
        if (!tokens.isEmpty()) {
            addEnded();
            endedTokens = tokens;
            endedComments = comments;
            tokens = new ArrayList<>();
            comments = new ArrayList<>();
        }
        parentheses = 0;
        blocks = 0;
    }

    private void addEnded() {
        if (!endedTokens.isEmpty()) {
            statements.add(new ScriptStatement(
                    script,
                    statements.size() + 1,
                    endedTokens.getFirst().start(),
                    endedTokens.getLast().end(),
                    endedTokens,
                    endedComments,
                    endedRows));
            endedTokens = List.of();
            endedRows = Optional.empty();
        }
    }

    /** The rows of the COPY that has just ended. */
    private void rows(Token rows) {
        if (!script.text().startsWith(SqlLexer.END_OF_ROWS, rows.end())) {
            throw withoutRows("the rows behind this COPY … FROM stdin have no end");
        }
        endedRows = Optional.of(rows);
    }

    /** psql would run it when the rows are over; it is more often a row that was written there. */
    private void requireOnlyRows(Token behind) {
        if (behind.type() != Token.Type.COMMENT) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_LOADED,
                    script.name()
                            + ": behind COPY … FROM stdin; its line goes on, and what stands there is neither SQL nor a row.",
                    "Begin the rows on the next line, and put a further statement behind the line \\. that ends them.",
                    script.position(behind.start()),
                    null);
        }
    }

    private PlumblineException withoutRows(String fact) {
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_LOADED,
                script.name() + ": " + fact + ".",
                "Write the rows on the lines behind its semicolon, and \\. on a line of its own behind the last, as pg_dump does; or leave"
                        + " all of it out, as pg_dump --schema-only does: a schema needs no rows.",
                script.position(endedTokens.getFirst().start()),
                null);
    }

    private String upperAt(int i) {
        return i < 0 || i >= tokens.size() ? "" : upper(tokens.get(i));
    }

    private String upper(Token token) {
        return token.type() != Token.Type.WORD || token.end() - token.start() > 32
                ? ""
                : script.text().substring(token.start(), token.end()).toUpperCase(Locale.ROOT);
    }
}
