// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.adopt.Recorded.Event;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Liquibase's rows by {@code ORDEREXECUTED} (see "DATABASECHANGELOG table" in its documentation). Its checksum is over its
 * own form of a change set and not over a file, so that it is not computed anew. A row that was rolled back is gone.
 */
final class LiquibaseReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        if (!rows.isEmpty()) {
            history.note("Liquibase's MD5 checksums are trusted, not compared: they are not taken of the files.");
        }
        rows.stream()
                .sorted(Comparator.comparing(row -> row.number("orderexecuted").orElse(BigInteger.ZERO)))
                .forEach(row -> read(row, times, history));
        return history;
    }

    private static void read(ForeignRow row, RecordedTimes times, ForeignHistory history) {
        Optional<String> id = row.text("id");
        Optional<String> author = row.text("author");
        if (id.isEmpty() || author.isEmpty()) {
            history.refuse("A row has no id or no author.");
            return;
        }
        Recorded recorded = Recorded.applied(author.get() + ":" + id.get())
                .named(row.text("filename").orElse(""))
                .when(row.text("dateexecuted").flatMap(times::read))
                .by(author.get());
        switch (row.text("exectype").orElse("EXECUTED")) {
            case "EXECUTED", "RERAN" -> history.add(recorded);
            case "MARK_RAN" -> history.add(recorded.noting("marked as run without being run"));
            case "FAILED" -> history.add(recorded.as(Event.FAILED).noting("failed"));
            case "SKIPPED" ->
                history.note("Change set " + Shown.text(recorded.key()) + " was skipped by Liquibase, and"
                        + " is not taken over.");
            default ->
                history.refuse("Change set " + Shown.text(recorded.key()) + " has the unknown state '"
                        + Shown.text(row.text("exectype").orElse("")) + "'.");
        }
    }
}
