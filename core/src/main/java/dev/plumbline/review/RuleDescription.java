// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.alignment.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What a rule is, for reports and documentation.
 *
 * @param id the stable name for comments, options and files, such as {@code blocking-rewrite}
 * @param severity how bad a finding is unless the settings say otherwise
 * @param title what is found, in a few words
 * @param effect what follows from it, a sentence or several
 * @param wayOut what is done instead, a sentence or several
 * @param examples at least one, except for rules about comments
 */
public record RuleDescription(
        String id, Severity severity, String title, String effect, String wayOut, List<Example> examples) {
    public RuleDescription {
        Objects.requireNonNull(severity);
        effect = flowing(effect);
        wayOut = flowing(wayOut);
        examples = List.copyOf(examples);
    }

    /** Creates the description of a rule with one example. */
    public RuleDescription(String id, Severity severity, String title, String effect, String wayOut, Example example) {
        this(id, severity, title, effect, wayOut, List.of(example));
    }

    private static String flowing(String text) {
        return text.strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
