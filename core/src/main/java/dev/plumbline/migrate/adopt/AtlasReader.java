// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.adopt.Recorded.Event;
import java.math.BigInteger;
import java.util.List;

/**
 * Atlas's revisions. {@code applied} of {@code total} statements are in place; the lowest bit of {@code type} marks a
 * baseline, up to which nothing was run. Its hashes run over all files before, so that they are not computed anew.
 */
final class AtlasReader implements HistoryReader {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** Rows of its own, such as {@code .atlas_cloud_identifier}, begin with a dot. */
    private static final String INTERNAL = ".";

    @Override
    public ForeignHistory read(List<ForeignRow> rows, RecordedTimes times) {
        ForeignHistory history = new ForeignHistory();
        List<ForeignRow> revisions = VersionListReader.versions(rows, history).stream()
                .filter(row -> !VersionListReader.version(row).startsWith(INTERNAL))
                .toList();
        if (!revisions.isEmpty()) {
            history.note("Atlas's hashes are trusted, not compared: each runs over all files before its own.");
        }
        revisions.forEach(row -> read(row, times, history));
        history.sortByTime();
        return history;
    }

    private static void read(ForeignRow row, RecordedTimes times, ForeignHistory history) {
        Recorded recorded = Recorded.applied(VersionListReader.version(row))
                .named(row.text("description").orElse(""))
                .when(row.text("executed_at").flatMap(times::read))
                .took(row.duration("execution_time", NANOS_PER_MILLI));
        BigInteger applied = row.number("applied").orElse(BigInteger.ZERO);
        BigInteger total = row.number("total").orElse(BigInteger.ZERO);
        if (row.number("type").filter(type -> type.testBit(0)).isPresent()) {
            history.reach(recorded.noting("below the baseline"), false);
        } else if (applied.compareTo(total) >= 0) {
            history.add(recorded);
        } else if (applied.signum() < 0 || total.bitLength() > 30) {
            history.refuse("Version " + Shown.text(recorded.key()) + " has " + applied + " of " + total
                    + " statements, which means nothing.");
        } else {
            history.add(recorded.as(Event.FAILED)
                    .reaching(applied.intValueExact(), total.intValueExact())
                    .noting(applied + " of " + total + " statements are in place"));
        }
    }
}
