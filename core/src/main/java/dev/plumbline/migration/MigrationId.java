// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

/**
 * What a migration is found by, in its set and in the history.
 *
 * @param repeatable whether it is a repeatable one; those have names of their own
 * @param version its version, or the name of a repeatable one
 */
public record MigrationId(boolean repeatable, Version version) {
    @Override
    public String toString() {
        return version.text();
    }
}
