// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migration.Checksum;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a set of migrations and a history say together.
 *
 * @param entries every migration that the files or the history know, in the order of the set; one that went missing
 *     stands behind the last of the set that was applied before it
 * @param baseline the version that the database was begun with, or will be, instead of being migrated to it
 */
public record MigrationStatus(List<MigrationEntry> entries, Optional<Version> baseline) {
    public MigrationStatus {
        entries = List.copyOf(entries);
    }

    /** Compares files and history; asks no database. */
    public static MigrationStatus of(MigrationSet set, List<Revision> history) {
        Map<MigrationId, Revision> inPlace = new LinkedHashMap<>();
        history.stream().filter(Revision::inPlace).forEach(revision -> inPlace.put(revision.id(), revision));
        Optional<Version> baseline = inPlace.isEmpty()
                ? set.migrations().stream()
                        .filter(migration -> migration.kind() == MigrationKind.BASELINE)
                        .map(Migration::version)
                        .max(Version::compareTo)
                : inPlace.values().stream()
                        .filter(revision -> revision.kind() == MigrationKind.BASELINE)
                        .map(Revision::version)
                        .max(Version::compareTo);
        List<MigrationEntry> entries = new ArrayList<>();
        int newest = newestApplied(set, inPlace);
        for (int i = 0; i < set.migrations().size(); i++) {
            Migration migration = set.migrations().get(i);
            Optional<Revision> revision =
                    Optional.ofNullable(inPlace.get(migration.id())).filter(found -> sameKind(found, migration, set));
            if (revision.isEmpty() && migration.kind() == MigrationKind.BASELINE) {
                // Only the newest is applied, and only to a database without a history.
                if (inPlace.isEmpty()
                        && baseline.filter(migration.version()::equals).isPresent()) {
                    entries.add(new MigrationEntry(MigrationState.PENDING, Optional.of(migration), revision));
                }
                continue;
            }
            entries.add(new MigrationEntry(
                    state(migration, revision, baseline, i < newest), Optional.of(migration), revision));
        }
        addMissing(entries, inPlace);
        return new MigrationStatus(entries, baseline);
    }

    /** A baseline and a version may bear the same number, and only one of them is in place. */
    private static boolean sameKind(Revision revision, Migration migration, MigrationSet set) {
        return revision.kind() == migration.kind()
                || set.migrations().stream()
                        .noneMatch(other ->
                                other.kind() == revision.kind() && other.id().equals(revision.id()));
    }

    private static int newestApplied(MigrationSet set, Map<MigrationId, Revision> inPlace) {
        for (int i = set.migrations().size() - 1; i >= 0; i--) {
            Migration migration = set.migrations().get(i);
            if (migration.kind() != MigrationKind.REPEATABLE && inPlace.containsKey(migration.id())) {
                return i;
            }
        }
        return -1;
    }

    private static MigrationState state(
            Migration migration, Optional<Revision> revision, Optional<Version> baseline, boolean beforeNewest) {
        if (revision.isEmpty()) {
            boolean versioned = migration.kind() == MigrationKind.VERSIONED;
            if (versioned
                    && baseline.filter(b -> migration.version().compareTo(b) <= 0)
                            .isPresent()) {
                return MigrationState.IGNORED;
            }
            return versioned && beforeNewest ? MigrationState.OUT_OF_ORDER : MigrationState.PENDING;
        }
        if (revision.get().status() == RevisionStatus.FAILED) {
            return MigrationState.PARTIAL;
        }
        Optional<Checksum> applied = revision.get().checksum();
        if (applied.isEmpty() || applied.get().equals(migration.checksum())) {
            return MigrationState.APPLIED;
        }
        return migration.kind() == MigrationKind.REPEATABLE ? MigrationState.OUTDATED : MigrationState.MODIFIED;
    }

    /** Each stands where it was applied: behind the entry with the next lower rank. */
    private static void addMissing(List<MigrationEntry> entries, Map<MigrationId, Revision> inPlace) {
        Map<MigrationId, Revision> missing = new LinkedHashMap<>(inPlace);
        entries.forEach(entry -> entry.revision().ifPresent(revision -> missing.remove(revision.id())));
        for (Revision revision : missing.values()) {
            int at = 0;
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i)
                        .revision()
                        .filter(r -> r.rank() < revision.rank())
                        .isPresent()) {
                    at = i + 1;
                }
            }
            MigrationState state =
                    revision.status() == RevisionStatus.FAILED ? MigrationState.PARTIAL : MigrationState.MISSING;
            entries.add(at, new MigrationEntry(state, Optional.empty(), Optional.of(revision)));
        }
    }

    /** Returns the entries in one of these states, in order. */
    public List<MigrationEntry> in(MigrationState... states) {
        List<MigrationState> wanted = List.of(states);
        return entries.stream().filter(entry -> wanted.contains(entry.state())).toList();
    }

    /** Returns the newest version that is in place, by the order of the set. */
    public Optional<MigrationEntry> current() {
        return entries.stream()
                .filter(MigrationEntry::inPlace)
                .filter(entry -> !entry.id().repeatable())
                .reduce((first, second) -> second);
    }

    /** Returns whether everything is applied and nothing is wrong. */
    public boolean isClean() {
        return entries.stream()
                .allMatch(entry -> entry.state() == MigrationState.APPLIED || entry.state() == MigrationState.IGNORED);
    }
}
