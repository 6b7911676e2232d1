// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.alignment.Severity;
import dev.plumbline.error.SourcePosition;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a rule found.
 *
 * @param rule the name of the rule
 * @param severity how bad it is, as the settings have it
 * @param position where the statement begins, or the file
 * @param endLine the line on which the statement ends, from 1
 * @param checksum what tells the statement from another whatever its layout; empty for a finding about a file
 * @param object what it is about, such as {@code table public.tasks}; empty where it is no object
 * @param fact what was seen, a sentence
 * @param effect what follows from it
 * @param wayOut what to do instead
 * @param instead that as SQL, where it can be said; may be several statements
 */
public record Finding(
        String rule,
        Severity severity,
        SourcePosition position,
        int endLine,
        String checksum,
        String object,
        String fact,
        String effect,
        String wayOut,
        Optional<String> instead)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.position().file())
            .thenComparingInt(finding -> finding.position().line())
            .thenComparingInt(finding -> finding.position().column())
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::object)
            .thenComparing(Finding::fact);

    /** Returns the same, as bad as the settings have it. */
    Finding with(Severity other) {
        return new Finding(rule, other, position, endLine, checksum, object, fact, effect, wayOut, instead);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
