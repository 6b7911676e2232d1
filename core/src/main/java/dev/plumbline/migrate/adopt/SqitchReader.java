// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The changes that Sqitch has deployed and not reverted, in the order in which they were deployed. */
final class SqitchReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        SortedSet<String> projects = new TreeSet<>();
        for (ForeignRow row : rows) {
            row.text("project").map(Shown::text).ifPresent(projects::add);
            if (row.text("change").isEmpty()) {
                history.refuse("A row has no change.");
                continue;
            }
            history.add(Recorded.applied(row.text("change").orElseThrow())
                    .named(row.text("note").orElse(""))
                    .when(row.text("committed_at").flatMap(times::read))
                    .by(row.text("committer_name").orElse("")));
        }
        if (projects.size() > 1) {
            history.refuse("The table holds the changes of several projects, " + String.join(", ", projects)
                    + ", and one folder cannot be matched with all of them.");
        }
        history.sortByTime();
        return history;
    }
}
