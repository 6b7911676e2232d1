// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The other tools that apply migrations, as programs in the cache. */
final class Peers {
    private Peers() {}

    private static Invocation of(Object... words) {
        return Invocation.of(
                java.util.Arrays.stream(words).map(Object::toString).toList());
    }

    /** One file a migration with two sections. */
    record Dbmate(Path program, String version) implements Tool {
        @Override
        public String name() {
            return "dbmate";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.DBMATE);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of(program, "--version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return Optional.of(command(target, folder, "up"));
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return Optional.of(command(target, folder, "status"));
        }

        private Invocation command(Target target, Path folder, String command) {
            return of(program, "--url", plain(target), "--migrations-dir", folder, "--no-dump-schema", command);
        }
    }

    /** Pairs of files. Its status is the one version that it keeps. */
    record GolangMigrate(Path program, String version) implements Tool {
        @Override
        public String name() {
            return "golang-migrate";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.PAIRS);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of(program, "-version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return Optional.of(of(program, "-path", folder, "-database", url(target), "up"));
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return Optional.of(of(program, "-path", folder, "-database", url(target), "version"));
        }

        private static String url(Target target) {
            return target instanceof Target.Sqlite sqlite ? "sqlite://" + sqlite.file() : plain(target);
        }
    }

    /** One file a migration with two sections. */
    record Goose(Path program, String version) implements Tool {
        @Override
        public String name() {
            return "goose";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.GOOSE);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of(program, "-version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return Optional.of(command(target, folder, "up"));
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return Optional.of(command(target, folder, "status"));
        }

        private Invocation command(Target target, Path folder, String command) {
            return target instanceof Target.Sqlite sqlite
                    ? of(program, "-dir", folder, "sqlite3", sqlite.file(), command)
                    : of(program, "-dir", folder, "postgres", plain(target), command);
        }
    }

    /** Files with versions in their names. */
    record Flyway(Path java, Path libraries, String version) implements Tool {
        @Override
        public String name() {
            return "Flyway";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.FLYWAY);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of(java, "-cp", libraries + "/*", "org.flywaydb.commandline.Main", "-v"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return command(target, folder, "migrate");
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return command(target, folder, "info");
        }

        /** The files' checksums against the history. */
        @Override
        public Optional<Invocation> verify(Target target, Path folder) {
            return command(target, folder, "validate");
        }

        private Optional<Invocation> command(Target target, Path folder, String command) {
            return target instanceof Target.Postgres postgres
                    ? Optional.of(of(
                            java,
                            "-cp",
                            libraries + "/*",
                            "org.flywaydb.commandline.Main",
                            "-skipCheckForUpdate",
                            "-url=" + target.jdbc(),
                            "-user=" + postgres.user(),
                            "-password=" + postgres.password(),
                            "-locations=filesystem:" + folder,
                            command))
                    : Optional.empty();
        }
    }

    /** One file of change sets. Version 4 is free software; later ones are not. */
    record Liquibase(Path java, Path libraries, String version) implements Tool {
        private static final String MAIN = "liquibase.integration.commandline.LiquibaseCommandLine";

        @Override
        public String name() {
            return "Liquibase";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.LIQUIBASE);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of(java, "-cp", libraries + "/*", MAIN, "--version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return command(target, folder, "update");
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return command(target, folder, "status");
        }

        private Optional<Invocation> command(Target target, Path folder, String command) {
            return target instanceof Target.Postgres postgres
                    ? Optional.of(of(
                            java,
                            "-cp",
                            libraries + "/*",
                            MAIN,
                            "--show-banner=false",
                            "--analytics-enabled=false",
                            "--search-path=" + folder,
                            "--changelog-file=changelog.sql",
                            "--url=" + target.jdbc(),
                            "--username=" + postgres.user(),
                            "--password=" + postgres.password(),
                            command))
                    : Optional.empty();
        }
    }

    /** Python modules. It has no words for "a transaction each": the modules' environment asks for that. */
    record Alembic(Path program, String version) implements Tool {
        @Override
        public String name() {
            return "Alembic";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.ALEMBIC);
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of(program, "--version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return Optional.of(command(target, folder, "upgrade", "head"));
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return Optional.of(command(target, folder, "current"));
        }

        private Invocation command(Target target, Path folder, String... command) {
            return of(program, "-c", folder.resolve("alembic.ini"), "-x", "url=" + target.sqlAlchemy())
                    .and(command);
        }
    }

    /** Scripts, each run by the database's own client. */
    record Sqitch(String version) implements Tool {
        private static final int MOST = 1_000;

        @Override
        public String name() {
            return "Sqitch";
        }

        @Override
        public Optional<MigrationFiles> files() {
            return Optional.of(MigrationFiles.SQITCH);
        }

        /** A client is started for each, which makes ten thousand a matter of ten minutes. */
        @Override
        public int mostMigrations() {
            return MOST;
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(of("sqitch", "--version"));
        }

        @Override
        public Optional<Invocation> up(Target target, Path folder) {
            return Optional.of(command(target, folder, "deploy").saying("+ "));
        }

        @Override
        public Optional<Invocation> status(Target target, Path folder) {
            return Optional.of(command(target, folder, "status"));
        }

        private Invocation command(Target target, Path folder, String command) {
            String database = target instanceof Target.Sqlite
                    ? "db:" + target.url()
                    : target.url().replace("postgres://", "db:pg://");
            return of("sqitch", "--chdir", folder, command, database);
        }
    }

    private static String plain(Target target) {
        return target instanceof Target.Postgres postgres ? postgres.plainUrl() : target.url();
    }

    /** What was asked for and is not to be had, with the reason; it stands in the document by name. */
    static List<String> absent() {
        return List.of(
                "Atlas community: its command is a Go module whose import path the module proxy alone does not resolve.",
                "pg-schema-diff, sqldef, pgroll, pgschema: the Go module proxy that this was run behind refuses them.");
    }
}
