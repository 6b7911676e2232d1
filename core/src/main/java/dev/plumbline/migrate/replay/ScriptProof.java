// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.GapText;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Proof;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Proves a migration that was written out of a plan, as it is now: carries it out as a run would, there and back, on a scratch
 * database that was given the schema that it begins with, and rows. It is known of the script as a whole what it may lose, not of its
 * statements; tables that have another name afterwards are told from those that are gone by their identity in the database.
 */
public final class ScriptProof {
    private final ReplayTools tools;
    private final RowSeeder seeder;
    private final PlannedScript script;
    private final Catalog start;
    private final List<String> problems = new ArrayList<>();
    private final List<String> unseeded = new ArrayList<>();
    private SortedMap<ObjectKey, Long> seeded = new TreeMap<>();
    private SortedMap<ObjectKey, String> identities = new TreeMap<>();
    private Optional<Catalog> reached = Optional.empty();
    private boolean reachesDesired;
    private boolean reverseReturns;
    private boolean blockedByRows;
    private long kept;
    private long counted;

    private ScriptProof(ReplayTools tools, RowSeeder seeder, PlannedScript script, Catalog start) {
        this.tools = tools;
        this.seeder = seeder;
        this.script = script;
        this.start = start;
    }

    /**
     * What was found.
     *
     * @param reached the catalog that it leads to; empty where it fails
     */
    public record Found(Proof proof, Optional<Catalog> reached) {}

    /**
     * Proves it.
     *
     * @param start the catalog that it begins with
     * @param declared the catalog that is declared, asked for where the script leads elsewhere than it says; empty where none is
     * @throws SQLException when the scratch database fails
     */
    public static Found of(
            ReplayTools tools,
            RowSeeder seeder,
            PlannedScript script,
            Catalog start,
            Supplier<Optional<Catalog>> declared)
            throws SQLException {
        ScriptProof proof = new ScriptProof(tools, seeder, script, start);
        proof.carryOut(true, declared);
        if (!proof.blockedByRows) {
            return proof.found();
        }
        // Whether a user's rows fit is seen when it is applied. What it makes of the schema is seen without any.
        ScriptProof bare = new ScriptProof(tools, seeder, script, start);
        bare.unseeded.addAll(proof.unseeded);
        bare.carryOut(false, declared);
        return bare.found();
    }

    private Found found() {
        return new Found(
                new Proof(reachesDesired, reverseReturns, seeded.size(), counted, kept, unseeded, problems), reached);
    }

    private void carryOut(boolean withRows, Supplier<Optional<Catalog>> declared) throws SQLException {
        try (ScratchDatabase database = tools.catalogs().build(start)) {
            ReplaySession session = new ReplaySession(tools, database, Optional.empty());
            Catalog begun = session.inspect();
            if (!begun.fingerprint().equals(start.fingerprint())) {
                problems.add("the actual schema could not be made again on the scratch database: "
                        + GapText.brief(GapFinder.between(begun, start)));
                return;
            }
            if (withRows) {
                seed(session.connection());
            }
            if (isRun(script.migration().up(), session, "")) {
                Catalog end = session.inspect();
                reached = Optional.of(end);
                compare(end, declared);
                count(session.connection(), end);
                back(session);
            }
        }
    }

    private void seed(Connection connection) throws SQLException {
        RowSeeder.Seeding seeding = seeder.seed(connection, start);
        seeded = new TreeMap<>(seeding.rows());
        seeded.values().removeIf(rows -> rows == 0);
        seeding.refused().forEach((table, why) -> unseeded.add(table + ": " + why));
        identities = tools.roles().session().identities(connection);
    }

    private boolean isRun(MigrationScript way, ReplaySession session, String where) throws SQLException {
        try {
            session.run(way, ReplayWatcher.NONE);
            unseeded.addAll(session.takeNotes());
            // It may have taken a role, which need not have the right to look.
            tools.roles().rules().asOneself(session.connection());
            return true;
        } catch (ReplayException e) {
            ReplayFailure failure = e.failure();
            if (!seeded.isEmpty() && mayFailOnRows(where)) {
                blockedByRows = true;
                unseeded.add("all tables: " + where + failure.fact());
            } else {
                problems.add(where
                        + failure.fact()
                        + failure.position()
                                .map(at -> " (" + at.location() + ")")
                                .orElse(""));
            }
            return false;
        }
    }

    private boolean mayFailOnRows(String where) {
        return script.hazards().contains(Hazard.DATA_DEPENDENT)
                || (!where.isEmpty() && script.hazards().contains(Hazard.IRREVERSIBLE));
    }

    private void compare(Catalog end, Supplier<Optional<Catalog>> declared) {
        reachesDesired = end.fingerprint().abbreviated().equals(script.to());
        if (reachesDesired) {
            return;
        }
        Optional<Catalog> wanted = declared.get();
        if (wanted.isEmpty()) {
            problems.add("it leads to a schema with the fingerprint "
                    + end.fingerprint().abbreviated()
                    + ", and was made for one with " + script.to()
                    + "; with the declared schema (--desired) it is seen what differs");
            return;
        }
        reachesDesired = end.fingerprint().equals(wanted.get().fingerprint());
        if (!reachesDesired) {
            problems.add(
                    "it does not reach the desired schema: " + GapText.brief(GapFinder.between(end, wanted.get())));
        }
    }

    private void count(Connection connection, Catalog end) throws SQLException {
        SortedMap<ObjectKey, String> now = tools.roles().session().identities(connection);
        for (Map.Entry<ObjectKey, Long> entry : seeded.entrySet()) {
            Optional<ObjectKey> table = now(entry.getKey(), now, end);
            OptionalLong rows = table.isPresent()
                    ? OptionalLong.of(seeder.count(connection, table.get()))
                    : seeder.countInTrash(connection, entry.getKey());
            if (rows.isEmpty() && script.hazards().contains(Hazard.DATA_LOSS)) {
                continue;
            }
            counted += entry.getValue();
            kept += Math.min(rows.orElse(0), entry.getValue());
            if (rows.isEmpty()) {
                problems.add(entry.getKey()
                        + " is gone with its rows, and the script does not say so (-- Hazard DATA_LOSS: …)");
            } else if (rows.getAsLong() < entry.getValue()) {
                problems.add(entry.getKey() + " has " + rows.getAsLong() + " rows where it had " + entry.getValue());
            }
        }
    }

    /** Returns the table that has the rows now; empty where it is gone. */
    private Optional<ObjectKey> now(ObjectKey table, SortedMap<ObjectKey, String> now, Catalog end) {
        String identity = identities.get(table);
        return end.contains(table)
                ? Optional.of(table)
                : now.entrySet().stream()
                        .filter(entry -> entry.getKey().kind() == ObjectKind.TABLE)
                        .filter(entry -> entry.getValue().equals(identity) && end.contains(entry.getKey()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private void back(ReplaySession session) throws SQLException {
        Optional<MigrationScript> down = script.migration().down();
        if (down.isEmpty() || !problems.isEmpty() || !isRun(down.get(), session, "on the way back ")) {
            return;
        }
        Catalog end = session.inspect();
        reverseReturns = end.fingerprint().equals(start.fingerprint());
        if (!reverseReturns) {
            problems.add("the way back does not return to the actual schema: "
                    + GapText.brief(GapFinder.between(end, start)));
        }
    }
}
