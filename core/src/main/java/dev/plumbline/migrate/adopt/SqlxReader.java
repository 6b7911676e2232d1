// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.adopt.Recorded.Event;
import java.util.List;
import java.util.Optional;

/** SQLx's rows: a version, a duration in nanoseconds, and the SHA-384 of the file. */
final class SqlxReader implements HistoryReader {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        for (ForeignRow row : VersionListReader.versions(rows, history)) {
            Recorded recorded = Recorded.applied(VersionListReader.version(row))
                    .named(row.text("description").orElse(""))
                    .when(row.text("installed_on").flatMap(times::read))
                    .took(row.duration("execution_time", NANOS_PER_MILLI))
                    .with(row.text("checksum").map(sum -> new FileSum(FileSum.Algorithm.SQLX_SHA384, sum)));
            Optional<Boolean> success = row.flag("success");
            if (success.isEmpty()) {
                history.refuse("Whether version " + Shown.text(recorded.key()) + " succeeded is not recorded.");
            } else {
                history.add(success.get() ? recorded : recorded.as(Event.FAILED).noting("begun and not ended"));
            }
        }
        history.sortByTime();
        return history;
    }
}
