// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.adopt.Recorded.Event;
import dev.plumbline.migrate.adopt.Recorded.Kind;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Flyway's rows by {@code installed_rank} (see "Flyway Schema History Table" in its documentation). The type says what was
 * done: {@code SQL}, {@code JDBC} and the like applied; {@code UNDO_SQL} and its like undid; {@code SQL_BASELINE} and its
 * like applied a baseline migration; {@code BASELINE} ran nothing; {@code SCHEMA} created schemas; {@code DELETE}, which its
 * repair writes, forgets a migration whose file is gone. A repeatable migration has no version.
 */
final class FlywayReader implements HistoryReader {
    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        rows.stream()
                .sorted(Comparator.comparing(row -> row.number("installed_rank").orElse(BigInteger.ZERO)))
                .forEach(row -> read(row, times, history));
        return history;
    }

    private static void read(ForeignRow row, RecordedTimes times, ForeignHistory history) {
        String type = row.text("type").orElse("SQL");
        Optional<String> version = row.text("version");
        Optional<Boolean> success = row.flag("success");
        String label = version.map(v -> "version " + Shown.text(v)).orElseGet(() -> "'" + Shown.text(name(row)) + "'");
        if (type.equals("SCHEMA")) {
            return;
        }
        if (success.isEmpty()) {
            history.refuse("Whether " + label + " succeeded is not recorded.");
            return;
        }
        Recorded recorded = Recorded.applied(version.orElseGet(() -> repeatableKey(row)))
                .of(version.isEmpty() ? Kind.REPEATABLE : type.endsWith("_BASELINE") ? Kind.BASELINE : Kind.VERSIONED)
                .named(name(row))
                .when(row.text("installed_on").flatMap(times::read))
                .by(row.text("installed_by").orElse(""))
                .took(row.duration("execution_time", 1))
                .with(row.number("checksum").map(sum -> new FileSum(FileSum.Algorithm.FLYWAY_CRC32, sum.toString())));
        if (type.equals("BASELINE")) {
            history.reach(recorded.noting("below the baseline"), false);
        } else if (type.equals("DELETE")) {
            history.add(recorded.as(Event.UNDONE).noting("forgotten by a repair; its file was gone"));
        } else if (!success.get()) {
            history.add(recorded.as(Event.FAILED).noting("failed"));
        } else if (type.startsWith("UNDO_")) {
            history.add(recorded.as(Event.UNDONE).noting("undone"));
        } else {
            history.add(recorded);
        }
    }

    private static String name(ForeignRow row) {
        return row.text("description").orElse("");
    }

    /** The description has blanks where the file name has underscores, so that the file name is the better key. */
    private static String repeatableKey(ForeignRow row) {
        return row.text("script").filter(script -> !script.isBlank()).orElseGet(() -> name(row));
    }
}
