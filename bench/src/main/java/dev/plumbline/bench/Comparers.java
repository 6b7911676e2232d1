// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The other tools that compare databases and plan, as programs in the cache. */
final class Comparers {
    private Comparers() {}

    /** Compares two databases. */
    record Migra(Path program, String version) implements Tool {
        @Override
        public String name() {
            return "migra";
        }

        /** Its exit code is 2 where they differ, and 1 where it fails. */
        @Override
        public Optional<Invocation> compare(Target one, Target other) {
            return Optional.of(Invocation.of(program.toString(), "--unsafe", one.sqlAlchemy(), other.sqlAlchemy())
                    .alsoGood(2));
        }

        /** Comparing is finding the statements. */
        @Override
        public Optional<Invocation> plan(Target one, Target other) {
            return compare(one, other);
        }
    }

    /**
     * Reads, compares and plans. Its plans are carried out by a command of their own ({@code prove}), which wants a copy of
     * the database and a snapshot that were made for it.
     *
     * @param folder where it writes a schema to, a file for each object
     */
    record PgDelta(Path program, Path folder, String version) implements Tool {
        private static final int MOST_TABLES = 10_000;

        @Override
        public String name() {
            return "pg-delta";
        }

        /** Ten times the tables take 35 times as long: fifty thousand would be an hour. */
        @Override
        public int mostTables() {
            return MOST_TABLES;
        }

        @Override
        public Optional<Invocation> start() {
            return Optional.of(command("--version"));
        }

        @Override
        public Optional<Invocation> inspect(Target target) {
            try {
                if (Files.isDirectory(folder)) {
                    Folders.delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Optional.of(command("schema", "export", "--source", target.url(), "--out-dir", folder.toString())
                    .saying("exported"));
        }

        @Override
        public Optional<Invocation> compare(Target one, Target other) {
            return Optional.of(between("diff", one, other));
        }

        @Override
        public Optional<Invocation> plan(Target one, Target other) {
            return Optional.of(between("plan", one, other));
        }

        private Invocation between(String command, Target one, Target other) {
            return command(command, "--source", one.url(), "--desired", other.url());
        }

        private Invocation command(String... words) {
            return Invocation.of(program.toString()).and(words);
        }
    }
}
