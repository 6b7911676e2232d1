// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.History;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migrate.StoredScript;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Records that a database without a history has everything up to a version, without running it. Repeatable migrations are
 * not recorded, so that the next run applies them.
 */
public final class Baseline {
    private final MigrationRoles roles;
    private final MigrationSet set;
    private final History history;
    private final UnderLock underLock;

    /**
     * Creates it.
     *
     * @param connections opens connections to the database; each is closed after its use
     * @param location where the history is to be kept
     * @param patience how long to wait for another run on the same database
     */
    public Baseline(
            MigrationRoles roles,
            Supplier<Connection> connections,
            MigrationSet set,
            HistoryLocation location,
            Duration patience) {
        this.roles = roles;
        this.set = set;
        this.history = new History(roles.history(), location);
        this.underLock = new UnderLock(roles, connections, history, patience);
    }

    /**
     * Records a version and everything before it as applied, in one transaction.
     *
     * @param version a version of the set; one that has no file is refused, because a slip of the hand would otherwise
     *     record too much or too little, and nobody would see it
     * @return the rows that were written, by rank
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for a version that the set does not have, with {@code
     *     HISTORY_CONFLICT} when the history has rows, with {@code LOCK_NOT_AVAILABLE} or {@code DATABASE_ERROR}; nothing
     *     was changed then
     */
    public List<Revision> record(Version version) {
        boolean known = set.migrations().stream()
                .anyMatch(migration -> migration.kind() != MigrationKind.REPEATABLE
                        && migration.version().equals(version));
        if (!known) {
            throw unknown(version);
        }
        return underLock.write(connection -> write(connection, version));
    }

    private List<Revision> write(Connection connection, Version version) throws SQLException {
        List<Revision> before = history.read(connection);
        if (!before.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.HISTORY_CONFLICT,
                    "The history " + history.location() + " has " + before.size() + " rows already, the last for "
                            + before.getLast().title() + ". Nothing was changed.",
                    "A baseline is for a database without a history; 'status' shows what this one has, 'up' applies"
                            + " the rest.");
        }
        if (!history.exists(connection)) {
            history.create(connection);
        }
        String user = roles.rules().user(connection);
        Instant now = Instant.now();
        List<Revision> written = new ArrayList<>();
        for (Migration migration : StandIn.upTo(set, version)) {
            Revision row = new Revision(
                    0,
                    migration.kind(),
                    migration.version(),
                    migration.name(),
                    "baseline " + version + ": recorded without being run",
                    now,
                    user,
                    0,
                    Optional.of(migration.checksum()),
                    RevisionStatus.APPLIED,
                    Progress.complete(AdoptedRow.statements(migration)),
                    migration.down().flatMap(StoredScript::text));
            written.add(history.insert(connection, row));
        }
        return List.copyOf(written);
    }

    private PlumblineException unknown(Version version) {
        List<Version> versions = set.migrations().stream()
                .filter(migration -> migration.kind() != MigrationKind.REPEATABLE)
                .map(Migration::version)
                .toList();
        String nearest = versions.stream()
                .filter(other -> other.isNumbered() && version.isNumbered() && other.compareTo(version) < 0)
                .max(Version::compareTo)
                .map(other -> "The one before it is " + other + ".")
                .orElseGet(() -> versions.isEmpty()
                        ? "It has no version at all."
                        : "The first is " + versions.getFirst() + "; where the database has none of them, there is"
                                + " nothing to record: 'up' applies them all.");
        return new PlumblineException(
                ErrorCode.INVALID_ARGUMENT,
                "There is no version " + Shown.text(version.text()) + " in " + set.origin() + ". Nothing was changed.",
                nearest);
    }
}
