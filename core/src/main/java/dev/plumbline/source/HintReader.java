// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the hints in the comments of a script, and by the tokens around each what it is about. What that is in the
 * catalog is {@link HintResolver}'s to say.
 */
final class HintReader {
    private static final Set<String> NAMELESS_CONSTRAINTS = Set.of("PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "LIKE");
    private static final String WHERE = "A hint stands on the line before a CREATE statement, or before or behind the"
            + " line of a column or a named constraint in CREATE TABLE.";

    private final SqlDialect dialect;
    private final List<Located> found = new ArrayList<>();

    private HintReader(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /** A directive with what it is about; a {@link Directive.Rename} and a {@link Directive.Reversal} say that themselves. */
    record Located(Directive directive, Optional<HintTarget> target) {}

    /** Returns the hints of these statements, in order. */
    static List<Located> read(List<ScriptStatement> statements, SqlDialect dialect) {
        HintReader reader = new HintReader(dialect);
        statements.forEach(reader::read);
        return List.copyOf(reader.found);
    }

    private void read(ScriptStatement statement) {
        for (Token comment : statement.comments()) {
            Directive.read(statement.script(), comment, dialect)
                    .ifPresent(directive -> found.add(new Located(directive, target(statement, comment, directive))));
        }
    }

    private Optional<HintTarget> target(ScriptStatement statement, Token comment, Directive directive) {
        if (directive instanceof Directive.Rename || directive instanceof Directive.Reversal) {
            return Optional.empty();
        }
        CreatedObject created = CreatedObject.of(statement, dialect)
                .orElseThrow(() -> Directive.error(
                        "this hint stands before nothing that it can be about", WHERE, directive.position()));
        boolean inside = comment.start() > statement.start() && comment.start() < statement.end();
        HintTarget target = inside && created.hasItems()
                ? item(statement, created, comment)
                        .orElseThrow(() -> Directive.error(
                                "this hint stands at nothing that has a name", WHERE, directive.position()))
                : created.target();
        if (directive instanceof Directive.Using && !target.kinds().contains(ObjectKind.COLUMN)) {
            throw Directive.error("'using' is about the values of a column", WHERE, directive.position());
        }
        if (directive instanceof Directive.KeepRows && !target.kinds().contains(ObjectKind.TABLE)) {
            throw Directive.error("'keep rows' is about a table", WHERE, directive.position());
        }
        return Optional.of(target);
    }

    /** The column or constraint of CREATE TABLE at which a comment stands. */
    private Optional<HintTarget> item(ScriptStatement statement, CreatedObject created, Token comment) {
        List<Token> tokens = statement.tokens();
        int next = firstBehind(tokens, comment);
        boolean sameLine = statement.script().line(tokens.get(next - 1).end() - 1)
                == statement.script().line(comment.start());
        int anchor = sameLine ? next - 1 : next;
        if (sameLine) {
            // Behind "a int," the item is the one before the comma; behind "(" it is the first to come.
            while (anchor > created.open() && statement.isSymbol(anchor, ',')) {
                anchor--;
            }
            anchor = Math.max(anchor, created.open() + 1);
        } else {
            while (statement.isSymbol(anchor, ',')) {
                anchor++;
            }
        }
        return created.itemStart(anchor).flatMap(start -> named(statement, created, start));
    }

    /** Tokens are in order, so the place is found by halving: a table may have many columns and many comments. */
    private static int firstBehind(List<Token> tokens, Token comment) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() > comment.start()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Optional<HintTarget> named(ScriptStatement statement, CreatedObject created, int start) {
        String word = statement.word(start);
        if (NAMELESS_CONSTRAINTS.contains(word)
                || (word.equals("EXCLUDE")
                        && (statement.isSymbol(start + 1, '(')
                                || statement.word(start + 1).equals("USING")))) {
            return Optional.empty();
        }
        boolean constraint = word.equals("CONSTRAINT");
        List<String> name = Names.dotted(statement, constraint ? start + 1 : start, dialect);
        if (name.size() != 1) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>(created.target().path());
        path.add(name.getFirst());
        return Optional.of(
                new HintTarget(constraint ? EnumSet.of(ObjectKind.CONSTRAINT) : EnumSet.of(ObjectKind.COLUMN), path));
    }
}
