// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The types of an application against a database, in the order of the mapping.
 *
 * @param failOn the severity from which on the two are not aligned
 */
public record Alignment(List<TypeAlignment> types, Severity failOn) {
    public Alignment {
        types = List.copyOf(types);
    }

    /** Returns whether nothing as bad as {@link #failOn} was found. */
    public boolean holds() {
        return worst().filter(worst -> worst.compareTo(failOn) <= 0).isEmpty();
    }

    /** Returns the worst severity, absent where there are no findings. */
    public Optional<Severity> worst() {
        return types.stream().flatMap(type -> type.worst().stream()).min(Comparator.naturalOrder());
    }

    /** Returns how many findings of a severity there are. */
    public long count(Severity severity) {
        return types.stream().mapToLong(type -> type.count(severity)).sum();
    }

    /**
     * Returns this where it holds: for tests.
     *
     * @throws PlumblineException with {@code NOT_ALIGNED} and every finding that is bad enough, a line each
     */
    public Alignment requireAligned() {
        if (holds()) {
            return this;
        }
        List<String> lines = new ArrayList<>();
        for (TypeAlignment type : types) {
            List<Misalignment> bad = type.findings().stream()
                    .filter(finding -> finding.severity().compareTo(failOn) <= 0)
                    .toList();
            if (!bad.isEmpty()) {
                lines.add(type.type() + " does not fit " + type.relation() + ":");
                bad.forEach(finding -> lines.add("  " + finding));
            }
        }
        throw new PlumblineException(
                ErrorCode.NOT_ALIGNED,
                "The types of the application do not fit the database.\n" + String.join("\n", lines),
                "Change the type or the column; ignore on purpose what is meant to be so.");
    }
}
