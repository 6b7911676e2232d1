// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One type of an application against the table or view that it holds rows of.
 *
 * @param type the binary name of the type, with dots
 * @param relation the qualified name of the table or view; as it was asked for, where there is none of that name
 * @param columns how many columns there are
 * @param fields how many fields there are
 * @param paired how many of them belong together
 * @param findings where they do not agree, the worst first
 */
public record TypeAlignment(
        String type, String relation, int columns, int fields, int paired, List<Misalignment> findings) {
    public TypeAlignment {
        findings = findings.stream()
                .sorted(Comparator.comparing(Misalignment::severity))
                .toList();
    }

    /** Returns how many findings of a severity there are. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Returns the worst severity, absent where there are no findings. */
    public Optional<Severity> worst() {
        return findings.stream().map(Misalignment::severity).min(Comparator.naturalOrder());
    }
}
