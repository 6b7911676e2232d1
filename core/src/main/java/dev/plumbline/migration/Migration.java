// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.Objects;
import java.util.Optional;

/**
 * One migration.
 *
 * @param kind when it is applied
 * @param version what it is called by; for a repeatable one, its name
 * @param name what it does, as in its file name: {@code initial_schema}
 * @param origin the file it stands in, or the class; relative to the folder
 * @param up what applies it
 * @param down what undoes it, where there is something
 * @param verify what checks it afterwards, where there is something: queries that must return no row, DO blocks that
 *     must not raise
 */
public record Migration(
        MigrationKind kind,
        Version version,
        String name,
        String origin,
        MigrationScript up,
        Optional<MigrationScript> down,
        Optional<MigrationScript> verify) {
    public Migration {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(version);
    }

    /** Returns what tells it from every other of its set. */
    public MigrationId id() {
        return new MigrationId(kind == MigrationKind.REPEATABLE, version);
    }

    /** Returns what tells the content that is applied from another. */
    public Checksum checksum() {
        return up.checksum();
    }

    /** Returns whether its script says that it was proven as a plan, and is no longer the one that was. */
    public boolean isEditedSinceProven() {
        return up.options().proven().filter(as -> !as.equals(checksum())).isPresent();
    }

    /** Returns it for people: {@code 000001_initial_schema}. */
    public String title() {
        return kind == MigrationKind.REPEATABLE || name.isEmpty() || name.equals(version.text())
                ? version.text()
                : version.text() + "_" + name;
    }

    @Override
    public String toString() {
        return title();
    }
}
