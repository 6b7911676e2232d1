// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.postgres.sql.SqlTokens;
import dev.plumbline.source.Names;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of an expression that a hint gives, each of which may be the name of what it needs. No catalog tells what it does
 * need; a name too many only makes a plan more careful.
 */
public record ExpressionNames(Set<String> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** Returns the names in an expression. */
    public static ExpressionNames of(String expression) {
        return new ExpressionNames(SqlTokens.of(expression).stream()
                .map(token -> token.startsWith("\"") ? SqlTokens.unquoted(token) : Names.folded(token))
                .collect(Collectors.toSet()));
    }

    /** Returns the words of a routine's text in whatever language it is, as they stand there and folded. */
    static ExpressionNames ofRoutine(String definition) {
        Set<String> words = new HashSet<>();
        WORD.matcher(definition).results().map(MatchResult::group).forEach(word -> {
            words.add(word);
            words.add(Names.folded(word));
        });
        return new ExpressionNames(words);
    }

    /** Returns whether the expression has a name, as a catalog writes it. */
    public boolean has(String name) {
        return words.contains(name);
    }

    /** Returns whether it may call a built-in function that gives another value each time. */
    public boolean mayVary() {
        return words.stream().anyMatch(VolatileDefault::isBuiltIn);
    }
}
