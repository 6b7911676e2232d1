// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plumbline itself, and the clients of the databases, which are the floor. */
final class OwnTools {
    private static final String PLAN = "plan.json";
    private static final String STATEMENTS = "plan.sql";

    private OwnTools() {}

    /** What is measured. */
    record Plumbline(Path launcher, String version) implements Tool {
        @Override
        public String name() {
            return "Plumbline";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.PAIRS);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(Invocation.of(launcher.toString(), "--version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return Optional.of(
                    Invocation.of(launcher.toString(), "up", "--url", target.url(), "--migrations", folder.toString()));
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return Optional.of(Invocation.of(
                    launcher.toString(), "status", "--url", target.url(), "--migrations", folder.toString()));
        }

        /** The files' checksums against the history, and the schema of the files against the database. */
        @Override
        public Optional<Invocation> verify(Target target, Path folder) {
            return Optional.of(Invocation.of(
                    launcher.toString(), "verify", "--url", target.url(), "--migrations", folder.toString()));
        }

        @Override
        public Optional<Invocation> inspect(Target target) {
            return Optional.of(Invocation.of(launcher.toString(), "inspect", target.url(), "--format", "sql"));
        }

        /** Its exit code says whether they differ. */
        @Override
        public Optional<Invocation> compare(Target one, Target other) {
            return Optional.of(Invocation.of(launcher.toString(), "gap", "--url", one.url(), "--desired", other.url())
                    .alsoGood(1));
        }

        /** With the proof on a scratch database, as it comes; where that does not hold, it has failed. */
        @Override
        public Optional<Invocation> plan(Target one, Target other) {
            return Optional.of(
                    Invocation.of(launcher.toString(), "plan", "--url", one.url(), "--desired", other.url()));
        }

        @Override
        public Optional<Invocation> planWithoutProof(Target one, Target other) {
            return plan(one, other).map(plan -> plan.and("--no-proof"));
        }

        /** As a whole, and as its statements alone, for which it need not be proven once more. */
        @Override
        public List<Invocation> keepPlan(Target one, Target other, Path folder) {
            return plan(one, other).stream()
                    .flatMap(plan -> Stream.of(
                            plan.and("-o", folder.resolve(PLAN).toString()),
                            plan.and(
                                    "--no-proof",
                                    "-o",
                                    folder.resolve(STATEMENTS).toString())))
                    .toList();
        }

        @Override
        public Optional<Invocation> apply(Target target, Path folder) {
            return Optional.of(Invocation.of(
                    launcher.toString(),
                    "apply",
                    folder.resolve(PLAN).toString(),
                    "--url",
                    target.url(),
                    "--yes",
                    "--allow",
                    "DATA_LOSS,REWRITE"));
        }
    }

    /** PostgreSQL's own client. Its "status" is one query, the least that any status can be. */
    record Psql(String version) implements Tool {
        @Override
        public String name() {
            return "psql";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.SCRIPT);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(Invocation.of("psql", "--version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return target instanceof Target.Postgres
                    ? Optional.of(script(target, folder.resolve("all.sql")))
                    : Optional.empty();
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return target instanceof Target.Postgres
                    ? Optional.of(Invocation.of("psql", "-qXAt", "-c", "SELECT count(*) FROM pg_class", target.url()))
                    : Optional.empty();
        }

        /** The same statements, one after the other. */
        @Override
        public Optional<Invocation> apply(Target target, Path folder) {
            return Optional.of(script(target, folder.resolve(STATEMENTS)));
        }

        private static Invocation script(Target target, Path file) {
            return Invocation.of("psql", "-qX", "-v", "ON_ERROR_STOP=1", "-f", file.toString(), target.url());
        }
    }

    /** PostgreSQL's own dump, as the floor of reading a schema; {@code command} is what stands before its arguments. */
    record PgDump(List<String> command, String version) implements Tool {
        @Override
        public String name() {
            return Jobs.DUMP;
        }

        @Override
        public Optional<Invocation> inspect(Target target) {
            java.util.List<String> words = new java.util.ArrayList<>(command);
            words.add("-s");
            words.add(target.url());
            return Optional.of(Invocation.of(words));
        }
    }

    /** SQLite's own shell. */
    record SqliteShell(String version) implements Tool {
        @Override
        public String name() {
            return "sqlite3";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.SCRIPT);
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return target instanceof Target.Sqlite sqlite
                    ? Optional.of(
                            Invocation.of("sqlite3", sqlite.file().toString(), ".read " + folder.resolve("all.sql")))
                    : Optional.empty();
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return target instanceof Target.Sqlite sqlite
                    ? Optional.of(
                            Invocation.of("sqlite3", sqlite.file().toString(), "SELECT count(*) FROM sqlite_schema"))
                    : Optional.empty();
        }
    }
}
