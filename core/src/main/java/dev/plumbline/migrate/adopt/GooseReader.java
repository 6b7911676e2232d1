// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.adopt.Recorded.Event;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * goose's rows by {@code id}: each says that a version was applied, or rolled back, and the last of a version holds.
 * Version 0 is the row that it makes with its table.
 */
final class GooseReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        rows.stream()
                .sorted(Comparator.comparing(row -> row.number("id").orElse(BigInteger.ZERO)))
                .forEach(row -> read(row, times, history));
        return history;
    }

    private static void read(ForeignRow row, RecordedTimes times, ForeignHistory history) {
        Optional<BigInteger> version = row.number("version_id");
        Optional<Boolean> applied = row.flag("is_applied");
        if (version.isEmpty() || applied.isEmpty()) {
            history.refuse("A row has the version '"
                    + Shown.text(row.text("version_id").orElse("NULL")) + "', applied '"
                    + Shown.text(row.text("is_applied").orElse("NULL")) + "', which means nothing.");
        } else if (version.get().signum() != 0) {
            history.add(Recorded.applied(version.get().toString())
                    .as(applied.get() ? Event.APPLIED : Event.UNDONE)
                    .when(row.text("tstamp").flatMap(times::read))
                    .noting(applied.get() ? "" : "rolled back"));
        }
    }
}
