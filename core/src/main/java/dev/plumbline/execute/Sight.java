// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.util.List;
import java.util.Optional;

/**
 * What can be seen of a statement from outside while it runs.
 *
 * @param advance how far it has come; empty where the database does not say
 * @param blockers who holds what it waits for; empty while it works
 */
public record Sight(Optional<Advance> advance, List<Blocker> blockers) {
    /** Nothing to be seen. */
    public static final Sight NOTHING = new Sight(Optional.empty(), List.of());

    public Sight {
        blockers = List.copyOf(blockers);
    }

    /**
     * How far a statement has come.
     *
     * @param what what it is at, with the unit, such as {@code building index: scanning table, blocks}
     * @param done how much of that is done
     * @param total how much there is, 0 when that is not known
     */
    public record Advance(String what, long done, long total) {}
}
