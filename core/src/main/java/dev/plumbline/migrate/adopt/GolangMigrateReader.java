// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * golang-migrate's one row: the version, and whether it was begun and not ended. It is written before a migration runs,
 * on the way up with the version of that migration, on the way down with the version below it (see {@code SetVersion} in
 * the documentation of its package {@code database}).
 */
final class GolangMigrateReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        if (rows.size() > 1) {
            history.refuse("The table has " + rows.size() + " rows, and golang-migrate keeps one: which of them holds"
                    + " is not known. Leave the row of the version that the database is at.");
        } else if (!rows.isEmpty()) {
            read(rows.getFirst(), history);
        }
        return history;
    }

    private static void read(ForeignRow row, ForeignHistory history) {
        Optional<BigInteger> version = row.number("version");
        Optional<Boolean> dirty = row.flag("dirty");
        if (version.isEmpty() || dirty.isEmpty()) {
            history.refuse("The row says version '"
                    + Shown.text(row.text("version").orElse("NULL")) + "', dirty '"
                    + Shown.text(row.text("dirty").orElse("NULL")) + "', which is no state of golang-migrate.");
            return;
        }
        if (version.get().signum() < 0) {
            // It writes -1 while the first migration is undone.
            history.refuse("The way down of the first migration was begun and did not end. Finish it by hand and empty"
                    + " the table, or undo its effect and set the version to that of the first migration.");
            return;
        }
        Recorded reached = Recorded.applied(version.get().toString());
        history.reach(reached, true);
        if (dirty.get()) {
            history.add(reached.as(Recorded.Event.FAILED)
                    .noting("dirty: either it, or the way down of the one after it, did not end"));
        }
    }
}
