// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.util.List;

/** Diesel's versions: the names of its folders up to the underscore, without dashes. */
final class DieselReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        for (ForeignRow row : VersionListReader.versions(rows, history)) {
            history.add(Recorded.applied(VersionListReader.version(row))
                    .when(row.text("run_on").flatMap(times::read)));
        }
        history.sortByTime();
        return history;
    }
}
