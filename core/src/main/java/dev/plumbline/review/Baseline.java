// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Findings that were there when reviews began, and are not told again. An entry holds whatever lines are put in above it:
 * it names the statement by its tokens.
 *
 * @param folder the folder that the names of files are relative to: that of the baseline's own file
 * @param entries the findings, in order
 */
public record Baseline(Path folder, SortedSet<Entry> entries) {
    /** No finding is known. */
    public static final Baseline NONE = new Baseline(Path.of(""), new TreeSet<>());

    public Baseline {
        entries = new TreeSet<>(entries);
    }

    /** A finding that is known: the rule, the file, the checksum of the statement, and the object. */
    public record Entry(String rule, String file, String statement, String object) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return List.of(file, rule, object, statement)
                    .toString()
                    .compareTo(List.of(other.file, other.rule, other.object, other.statement)
                            .toString());
        }

        /** Returns it for people. */
        @Override
        public String toString() {
            return rule + " in " + file + (object.isEmpty() ? "" : " (" + object + ")");
        }
    }

    /** Returns the baseline that knows these findings. */
    public static Baseline of(Path folder, Collection<Finding> findings) {
        SortedSet<Entry> entries = new TreeSet<>();
        Baseline empty = new Baseline(folder, entries);
        findings.forEach(finding -> entries.add(empty.entry(finding)));
        return new Baseline(folder, entries);
    }

    Entry entry(Finding finding) {
        return new Entry(finding.rule(), relative(finding.position().file()), finding.checksum(), finding.object());
    }

    /** Returns the name of a file as the entries have it. */
    public String relative(String file) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = Path.of(file).toAbsolutePath().normalize();
        return from.relativize(to).toString().replace('\\', '/');
    }
}
