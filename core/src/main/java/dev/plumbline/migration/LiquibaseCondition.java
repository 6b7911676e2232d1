// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * An expression of contexts or labels: names, {@code !} or {@code not}, {@code and}, {@code or} or a comma, parentheses;
 * {@code and} binds closer (Liquibase's documentation, "Contexts").
 */
final class LiquibaseCondition {
    private final StringTokenizer tokens;
    private final List<String> names;
    private @Nullable String next;

    private LiquibaseCondition(String text, List<String> names) {
        this.tokens = new StringTokenizer(text.replaceAll("\\s+", " "), " ,()!", true);
        this.names = names;
        advance();
    }

    /** Returns whether an expression holds where exactly these names do; upper and lower case are alike. */
    static boolean holds(String text, List<String> names) {
        return new LiquibaseCondition(text, names).either();
    }

    private boolean either() {
        boolean holds = both();
        while (is(",") || is("or")) {
            advance();
            holds |= both();
        }
        return holds;
    }

    private boolean both() {
        boolean holds = one();
        while (is("and")) {
            advance();
            holds &= one();
        }
        return holds;
    }

    private boolean one() {
        if (is("!") || is("not")) {
            advance();
            return !one();
        }
        if (is("(")) {
            advance();
            boolean holds = either();
            advance();
            return holds;
        }
        String name = next == null ? "" : next;
        advance();
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean is(String token) {
        return token.equals(next == null ? "" : next.toLowerCase(Locale.ROOT));
    }

    private void advance() {
        next = null;
        while (tokens.hasMoreTokens() && (next == null || next.equals(" "))) {
            next = tokens.nextToken();
        }
        if (" ".equals(next)) {
            next = null;
        }
    }
}
