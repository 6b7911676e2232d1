// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Something that is measured. A tool that does not do a job returns empty for it. */
interface Tool {
    /** Returns what it is called in the tables. */
    String name();

    /** Returns its version, as it is shown. */
    String version();

    /** Returns how its migrations are written; empty for a tool that has none. */
    default Optional<MigrationFiles> files() {
        return Optional.empty();
    }

    /** Returns how many migrations it is asked to apply at most: more would take longer than anybody waits. */
    default int mostMigrations() {
        return Integer.MAX_VALUE;
    }

    /** Returns how many tables it is asked to write as SQL at most, likewise. */
    default int mostTables() {
        return Integer.MAX_VALUE;
    }

    /** Returns what prints its version. */
    default Optional<Invocation> start() {
        return Optional.empty();
    }

    /** Returns what applies the migrations of a folder. */
    default Optional<Invocation> up(Target target, Path folder) {
        return Optional.empty();
    }

    /** Returns what tells how folder and database stand. */
    default Optional<Invocation> status(Target target, Path folder) {
        return Optional.empty();
    }

    /** Returns what compares applied migrations with the files of a folder. */
    default Optional<Invocation> verify(Target target, Path folder) {
        return Optional.empty();
    }

    /** Returns what reads a schema and writes it down. */
    default Optional<Invocation> inspect(Target target) {
        return Optional.empty();
    }

    /** Returns what compares two databases. */
    default Optional<Invocation> compare(Target one, Target other) {
        return Optional.empty();
    }

    /** Returns what finds the statements that lead from one database to the other. */
    default Optional<Invocation> plan(Target one, Target other) {
        return Optional.empty();
    }

    /** Returns what finds them without trying them out; empty for a tool whose plans never are. */
    default Optional<Invocation> planWithoutProof(Target one, Target other) {
        return Optional.empty();
    }

    /** Returns what finds them and keeps them in a folder, for {@link #apply}; nothing for a tool that keeps no plans. */
    default List<Invocation> keepPlan(Target one, Target other, Path folder) {
        return List.of();
    }

    /** Returns what carries out the plan that a folder keeps. */
    default Optional<Invocation> apply(Target target, Path folder) {
        return Optional.empty();
    }
}
