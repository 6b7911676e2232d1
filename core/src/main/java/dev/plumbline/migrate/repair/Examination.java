// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.repair;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.Segment;
import dev.plumbline.migrate.repair.Points.Place;
import dev.plumbline.migrate.replay.HistoryReplay;
import dev.plumbline.migrate.replay.LiveSchema;
import dev.plumbline.migrate.replay.ReplayException;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.replay.ReplaySession;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migrate.replay.ReplayWatcher;
import dev.plumbline.migration.Callbacks;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A migration that did not end, and what was found out about it.
 *
 * @param entry the migration
 * @param script the way that it was on
 * @param live the live catalog, without the tables of migration tools
 * @param points the catalogs along that way
 */
record Examination(MigrationEntry entry, MigrationScript.Sql script, Catalog live, Points points, Diagnosis diagnosis) {
    /** What changes nothing but the catalog or the session; everything else may change rows. */
    private static final Set<String> CATALOG_ALONE = Set.of(
            "CREATE",
            "ALTER",
            "DROP",
            "COMMENT",
            "GRANT",
            "REVOKE",
            "SET",
            "RESET",
            "PRAGMA",
            "ANALYZE",
            "REINDEX",
            "VACUUM",
            "SAVEPOINT",
            "RELEASE");

    /** What in an ALTER takes something away, or turns it into something else. */
    private static final Set<String> TAKING_AWAY = Set.of("DROP", "TYPE", "RENAME", "SET", "DISABLE", "DETACH");

    /** How many statements make it worth while to replay twice, if need be. */
    private static final int LONG = 30;

    /**
     * Examines it: replays everything before it, then its script, statement by statement. A long script is replayed as a whole
     * first, where its end can be what is there and nothing else: reading the catalog behind each statement takes far longer.
     *
     * @param recorded what the history says about it
     * @param callbacks what is run with the migrations
     */
    static Examination of(
            ReplayTools tools,
            Connection connection,
            HistoryLocation location,
            MigrationStatus status,
            MigrationEntry entry,
            MigrationScript.Sql script,
            String recorded,
            Callbacks callbacks)
            throws SQLException {
        LiveSchema schema = LiveSchema.read(tools, connection);
        if (script.statements().size() >= LONG && script.statements().stream().allMatch(Examination::onlyAdds)) {
            Examination whole = at(Pace.WHOLE, tools, schema, location, status, entry, script, recorded, callbacks);
            if (whole.diagnosis().fits() && whole.points().failure().isEmpty()) {
                return whole;
            }
        }
        return at(Pace.STATEMENT, tools, schema, location, status, entry, script, recorded, callbacks);
    }

    /** How often the catalog is read along the way. */
    private enum Pace {
        STATEMENT,
        WHOLE
    }

    private static Examination at(
            Pace pace,
            ReplayTools tools,
            LiveSchema schema,
            HistoryLocation location,
            MigrationStatus status,
            MigrationEntry entry,
            MigrationScript.Sql script,
            String recorded,
            Callbacks callbacks)
            throws SQLException {
        try (ScratchDatabase scratch = tools.scratch().create()) {
            ReplaySession session = new ReplaySession(tools, scratch, Optional.of(schema));
            HistoryReplay before = new HistoryReplay(withoutTheEnd(status, entry), session, callbacks).beforeAnother();
            List<String> notes = new ArrayList<>();
            Optional<ReplayFailure> failure = before.run(migration -> {});
            notes.addAll(before.notes());
            Points replayed = failure.isPresent() ? nothing(session, failure) : replay(pace, tools, session, script);
            notes.addAll(session.takeNotes());
            notes.addAll(schema.notes(scratch.connection(), tools));
            Catalog live = withoutHistories(schema.catalog(), replayed.before(), location);
            Points points = replayed.settled(live, tools.catalogs().writer());
            return new Examination(
                    entry, script, live, points, diagnosis(entry, script, points, live, recorded, notes));
        }
    }

    /** What is on its way up is left out; what is on its way down stands there as applied. */
    private static MigrationStatus withoutTheEnd(MigrationStatus status, MigrationEntry entry) {
        List<MigrationEntry> entries = new ArrayList<>();
        for (MigrationEntry each : status.entries()) {
            if (!each.equals(entry)) {
                entries.add(each);
            } else if (direction(entry) == Direction.DOWN) {
                entries.add(new MigrationEntry(
                        each.state(), each.migration(), each.revision().map(Revision::asApplied)));
            }
        }
        return new MigrationStatus(entries, status.baseline());
    }

    static Direction direction(MigrationEntry entry) {
        return entry.revision().orElseThrow().progress().direction();
    }

    private static Catalog withoutHistories(Catalog live, Catalog replayed, HistoryLocation location) {
        ObjectKey own = ObjectKey.of(ObjectKind.TABLE, location.schema(), location.table());
        return MigrationHistory.leaveOut(replayed.contains(own) ? live : live.without(List.of(own)), replayed);
    }

    private static Points nothing(ReplaySession session, Optional<ReplayFailure> failure) throws SQLException {
        Points.Builder points = new Points.Builder();
        points.add(0, session.inspect(), false);
        return points.build(failure);
    }

    /** Each statement is committed by itself, unless the script has transactions of its own: there nobody stops inside. */
    private static Points replay(Pace pace, ReplayTools tools, ReplaySession session, MigrationScript.Sql script)
            throws SQLException {
        MigrationScript.Sql single = script.withoutTransaction();
        Points.Builder points = new Points.Builder();
        points.add(0, session.inspect(), false);
        int done = 0;
        for (Segment segment : Segment.of(single, tools.roles().rules())) {
            try {
                session.run(single, done, segment.end(), ReplayWatcher.NONE);
            } catch (ReplayException e) {
                return points.build(Optional.of(e.failure()));
            }
            done = segment.end();
            if (pace == Pace.STATEMENT || done == single.statements().size()) {
                boolean rows = segment.statements().stream().anyMatch(Examination::mayChangeRows);
                boolean catalog =
                        pace == Pace.WHOLE || segment.statements().stream().anyMatch(Examination::mayChangeCatalog);
                points.add(done, catalog ? session.inspect() : points.last(), rows);
            }
        }
        return points.build(Optional.empty());
    }

    /** Of such statements none takes back what another has done, and none touches rows: whoever is at their end has run them all. */
    private static boolean onlyAdds(ScriptStatement statement) {
        return switch (statement.word(0)) {
            case "CREATE" -> !statement.word(1).equals("OR");
            case "ALTER" ->
                IntStream.range(1, statement.tokens().size())
                        .mapToObj(statement::word)
                        .noneMatch(TAKING_AWAY::contains);
            case "COMMENT", "GRANT", "SET", "RESET", "ANALYZE" -> true;
            default -> false;
        };
    }

    private static boolean mayChangeRows(ScriptStatement statement) {
        return !CATALOG_ALONE.contains(statement.word(0));
    }

    /** A query may call a function that does anything; the plain changes of rows cannot, or only through triggers. */
    private static boolean mayChangeCatalog(ScriptStatement statement) {
        return !Set.of("INSERT", "UPDATE", "DELETE", "SET", "RESET", "PRAGMA").contains(statement.word(0));
    }

    private static Diagnosis diagnosis(
            MigrationEntry entry,
            MigrationScript.Sql script,
            Points points,
            Catalog live,
            String recorded,
            List<String> notes) {
        Place place = points.place(live);
        List<ScriptStatement> statements = script.statements();
        int least = place.least().done();
        boolean rows = points.rowsBetween(place.least(), place.most());
        return new Diagnosis(
                entry.title(),
                recorded,
                statements.size(),
                // Between points that differ in nothing, not even in rows, it does not matter where it stopped.
                rows ? least : place.most().done(),
                place.most().done(),
                next(statements, rows ? least : place.most().done()),
                place.rest(),
                points.failure(),
                notes);
    }

    private static Optional<Diagnosis.Next> next(List<ScriptStatement> statements, int done) {
        return done >= statements.size()
                ? Optional.empty()
                : Optional.of(new Diagnosis.Next(
                        done + 1,
                        statements.get(done).sql(),
                        statements.get(done).position()));
    }
}
