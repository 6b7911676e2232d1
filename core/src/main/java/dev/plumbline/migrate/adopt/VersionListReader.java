// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migration.Version;
import java.util.ArrayList;
import java.util.List;

/** A row for each version and nothing else, as dbmate and Active Record keep it. */
final class VersionListReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        versions(rows, history).forEach(row -> history.add(Recorded.applied(version(row))));
        return history;
    }

    /** Returns the rows that have a version, in its order; the others are a reason to refuse. */
    static List<ForeignRow> versions(List<ForeignRow> rows, ForeignHistory history) {
        List<ForeignRow> with = new ArrayList<>();
        for (ForeignRow row : rows) {
            if (version(row).isEmpty()) {
                history.refuse("A row has no version.");
            } else {
                with.add(row);
            }
        }
        with.sort((a, b) -> Version.of(version(a)).compareTo(Version.of(version(b))));
        return with;
    }

    static String version(ForeignRow row) {
        return row.text("version").orElse("").trim();
    }
}
