// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import dev.plumbline.script.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a comment that begins with {@code plumbline:} says, before it is known what it is about. */
sealed interface Directive {
    /** Returns where it stands. */
    SourcePosition position();

    /** {@code renamed from old}: the object had this name, which may be qualified. */
    record RenamedFrom(List<String> old, SourcePosition position) implements Directive {}

    /** {@code using expression}, or {@code reverse using expression}. */
    record Using(String expression, boolean reverse, SourcePosition position) implements Directive {}

    /** {@code reverse column table.column using expression}: stands anywhere, as what it is about is declared no more. */
    record Reversal(List<String> column, String expression, SourcePosition position) implements Directive {}

    /** {@code keep rows}, before a CREATE TABLE. */
    record KeepRows(SourcePosition position) implements Directive {}

    /** {@code rename kind old to new}: stands anywhere. */
    record Rename(String kind, List<String> old, String name, SourcePosition position) implements Directive {}

    /** Words that begin the names of kinds which have several. */
    Set<String> FIRST_WORDS_OF_KINDS =
            Set.of("MATERIALIZED", "EVENT", "TEXT", "SEARCH", "FOREIGN", "DATA", "OPERATOR", "PROCEDURAL");

    Pattern COMMENT = Pattern.compile("(?:--|/\\*)\\s*plumbline:\\s*(.*?)\\s*(?:\\*/)?", Pattern.DOTALL);
    Pattern USING = Pattern.compile("(?i)(reverse\\s+)?using\\s+(\\S.*)", Pattern.DOTALL);

    Pattern ALLOW = Pattern.compile("(?i)allow\\s");

    /**
     * Reads a comment; empty when it is not meant for Plumbline.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} for a directive that means nothing
     */
    static Optional<Directive> read(SqlScript script, Token comment, SqlDialect dialect) {
        Matcher matcher = COMMENT.matcher(script.text().substring(comment.start(), comment.end()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        SourcePosition position = script.position(comment.start());
        String text = matcher.group(1);
        if (ALLOW.matcher(text).lookingAt()) {
            return Optional.empty(); // what a review shall accept; it is about no schema
        }
        Matcher using = USING.matcher(text);
        if (using.matches()) {
            return Optional.of(new Using(using.group(2), using.group(1) != null, position));
        }
        return Optional.of(named(text, position, dialect));
    }

    private static Directive named(String text, SourcePosition position, SqlDialect dialect) {
        List<ScriptStatement> parsed = StatementSplitter.split(new SqlScript(position.file(), text), dialect);
        if (parsed.size() != 1 || parsed.getFirst().tokens().size() < 2) {
            throw unknown(position);
        }
        ScriptStatement words = parsed.getFirst();
        int size = words.tokens().size();
        if (words.begins("RENAMED", "FROM")) {
            List<String> old = Names.dotted(words, 2, dialect);
            if (!old.isEmpty() && Names.behindDotted(words, 2) == size) {
                return new RenamedFrom(old, position);
            }
        }
        if (words.begins("KEEP", "ROWS") && size == 2) {
            return new KeepRows(position);
        }
        if (words.begins("REVERSE", "COLUMN")) {
            List<String> column = Names.dotted(words, 2, dialect);
            int using = Names.behindDotted(words, 2);
            if (!column.isEmpty() && words.word(using).equals("USING") && size > using + 1) {
                String expression = text.substring(words.tokens().get(using + 1).start());
                return new Reversal(column, expression, position);
            }
        }
        if (words.begins("RENAME")) {
            int kindAt = 1;
            while (FIRST_WORDS_OF_KINDS.contains(words.word(kindAt))) {
                kindAt++;
            }
            int oldAt = kindAt + 1;
            List<String> old = Names.dotted(words, oldAt, dialect);
            int to = Names.behindDotted(words, oldAt);
            List<String> name = Names.dotted(words, to + 1, dialect);
            if (!old.isEmpty() && words.word(to).equals("TO") && name.size() == 1 && size == to + 2) {
                String kind = (words.word(kindAt - 1).equals("EVENT") ? "EVENT " : "") + words.word(kindAt);
                return new Rename(kind.toLowerCase(Locale.ROOT), old, name.getFirst(), position);
            }
        }
        throw unknown(position);
    }

    private static PlumblineException unknown(SourcePosition position) {
        return error(
                "this 'plumbline:' comment means nothing",
                "Known are: renamed from OLD; using EXPRESSION; reverse using EXPRESSION; keep rows;"
                        + " rename KIND OLD to NEW, such as 'rename column app.users.mail to email';"
                        + " reverse column TABLE.COLUMN using EXPRESSION, of a column that is declared no more.",
                position);
    }

    /** Returns the error of a hint. */
    static PlumblineException error(String fact, String wayOut, SourcePosition position) {
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_LOADED, position.file() + ": " + fact + ".", wayOut, position, null);
    }
}
