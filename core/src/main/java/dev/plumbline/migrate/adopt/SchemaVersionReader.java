// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.util.List;

/**
 * A table that somebody made: a version and the time at which it was applied, a row for each. A single row is read as the
 * version that the database is at, because whatever is older was applied before it either way.
 */
final class SchemaVersionReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        List<ForeignRow> versions = VersionListReader.versions(rows, history);
        for (ForeignRow row : versions) {
            Recorded recorded = Recorded.applied(VersionListReader.version(row))
                    .named(row.firstText("name", "description", "script").orElse(""))
                    .when(row.text("applied_at").flatMap(times::read))
                    .by(row.firstText("applied_by", "installed_by", "author").orElse(""))
                    .took(row.duration("duration_ms", 1));
            history.add(recorded);
            if (versions.size() == 1) {
                history.reach(recorded.noting("before the one version that is recorded"), true);
            }
        }
        history.sortByTime();
        return history;
    }
}
