// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.alignment.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a review found.
 *
 * @param files the files that were reviewed, in the order in which they were tried
 * @param statements how many statements were run and looked at
 * @param findings by file, line and severity
 * @param accepted what an author accepts in a comment
 * @param known what the baseline knows
 * @param stale entries of the baseline about files that were reviewed, which nothing was found for
 * @param notes what whoever reads it should know, one sentence each
 * @param failOn the mildest severity that makes it fail; empty when nothing does
 */
public record Review(
        List<String> files,
        int statements,
        List<Finding> findings,
        List<Accepted> accepted,
        List<Finding> known,
        List<Baseline.Entry> stale,
        List<String> notes,
        Optional<Severity> failOn) {
    public Review {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        known = List.copyOf(known);
        stale = List.copyOf(stale);
        notes = List.copyOf(notes);
    }

    /** A finding that an author accepts, and why. */
    public record Accepted(Finding finding, String reason) {}

    /** Returns how many findings have that severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Returns whether nothing was found that makes it fail. */
    public boolean passes() {
        return failOn.isEmpty()
                || findings.stream().noneMatch(finding -> finding.severity().compareTo(failOn.get()) <= 0);
    }
}
