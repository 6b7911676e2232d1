// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.error.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * A check of a migration that did not hold on the live database.
 *
 * @param migration the migration's title
 * @param statement the number of the statement in its verify script, from 1; 0 for a check in Java
 * @param fact what was found, a sentence without a full stop
 * @param rows the first rows that a query returned and should not have, at most five, their columns joined by bars and
 *     long values cut; empty where the check raised an error
 * @param position where in its file the check stands; empty for Java
 */
public record FailedCheck(
        String migration, int statement, String fact, List<String> rows, Optional<SourcePosition> position) {
    public FailedCheck {
        rows = List.copyOf(rows);
    }
}
