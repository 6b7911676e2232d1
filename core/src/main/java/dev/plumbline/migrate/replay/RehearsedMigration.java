// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.migrate.Revision.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What one migration would do.
 *
 * @param migration its title
 * @param direction which way it would go
 * @param statements its SQL, in order, without what only begins and ends transactions; empty for Java
 * @param done how many statements an earlier run has committed already; those are not run again
 * @param gap from the catalog before it (the actual side) to the catalog after it (the desired side); empty where it was
 *     not carried out to its end
 * @param losses the data of the live database that would be gone, in key order
 * @param failure where it would fail; empty where it would not, or where that was not tried
 * @param notes what of it could not be tried, one sentence each
 */
public record RehearsedMigration(
        String migration,
        Direction direction,
        List<RehearsedStatement> statements,
        int done,
        Optional<Gap> gap,
        List<DataLoss> losses,
        Optional<ReplayFailure> failure,
        List<String> notes) {
    public RehearsedMigration {
        statements = List.copyOf(statements);
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
    }

    /** Returns the same migration with its statements in another form. */
    RehearsedMigration with(List<RehearsedStatement> others) {
        return new RehearsedMigration(migration, direction, others, done, gap, losses, failure, notes);
    }

    /** Returns whether everything it does is committed at once, with its row in the history. */
    public boolean inOneTransaction() {
        return statements.stream().allMatch(statement -> statement.transaction() == 1);
    }

    /** Returns what the catalog gains: objects that are new. */
    public List<Change.Missing> gains() {
        return changes(Change.Missing.class);
    }

    /** Returns what the catalog loses: objects that are gone, or have another name. */
    public List<Change.Extra> loses() {
        return changes(Change.Extra.class);
    }

    /** Returns what is in the catalog before and after, in another form. */
    public List<Change.Altered> changes() {
        return changes(Change.Altered.class);
    }

    private <T extends Change> List<T> changes(Class<T> type) {
        return gap.stream().flatMap(found -> found.changes(type)).toList();
    }
}
