// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.Plumbline;
import dev.plumbline.execute.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One application of a plan that is killed.
 *
 * @param place a folder of its own
 * @param wal whether the database is in WAL mode
 * @param duringCommit whether it is killed behind the last step, when the commit and the checkpoint come; else anywhere
 * @param writer whether another process writes all the while
 * @param moment when, as a part of the time that an undisturbed run takes, or of the commit's
 */
record RebuildTrial(Ground ground, Path place, boolean wal, boolean duringCommit, boolean writer, double moment) {
    /** A run beside others takes longer than the undisturbed one. */
    private static final double STRETCH = 1.3;

    private static final String ROWS_BEFORE = "SELECT id, author, title, body FROM note WHERE id <= 20000 ORDER BY id;"
            + " SELECT note, word FROM tag WHERE note <= 20000 ORDER BY note, word;";

    private static final String SEQUENCE = "SELECT seq >= 20000 FROM sqlite_sequence WHERE name = 'note'";

    /** What all trials begin with, and should end with. */
    record Ground(
            Path file,
            Path desired,
            String rows,
            String schemaBefore,
            String schemaAfter,
            long millis,
            long commitMillis) {
        private static final String SCHEMA = """
                CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
                CREATE TABLE note (
                  id INTEGER PRIMARY KEY AUTOINCREMENT,
                  author INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE,
                  title TEXT%s, body TEXT);
                CREATE TABLE tag (note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE, word TEXT NOT NULL%s);
                CREATE TABLE written (id INTEGER PRIMARY KEY, at TEXT);
                CREATE INDEX note_author ON note (author, title DESC);
                CREATE INDEX tag_note ON tag (note);
                CREATE VIEW titles AS SELECT id, title FROM note;
                CREATE VIRTUAL TABLE words USING fts5(title, content='note', content_rowid='id');
                CREATE TRIGGER note_in AFTER INSERT ON note BEGIN
                  INSERT INTO words (rowid, title) VALUES (new.id, new.title); END;
                """;

        static Ground prepare(Path folder) throws Exception {
            Path file = folder.resolve("ground.db");
            Path desired = Files.writeString(
                    folder.resolve("desired.sql"),
                    SCHEMA.formatted(" NOT NULL COLLATE NOCASE", " COLLATE NOCASE"));
            expect("", SqliteShell.run(file, SCHEMA.formatted("", ""), """
                    INSERT INTO author VALUES (1, 'a'), (2, 'b');
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                      INSERT INTO note SELECT i, i % 2 + 1, 'title ' || i, hex(randomblob(150)) FROM n;
                    INSERT INTO tag SELECT id, 'word' || id % 10 FROM note UNION ALL SELECT id, 'other' FROM note;
                    """));
            String rows = SqliteShell.run(file, ROWS_BEFORE);
            String before = SqliteShell.run(file, ".schema note", ".schema tag");
            Path undisturbed = Files.copy(file, folder.resolve("undisturbed.db"));
            Plumbline plumbline = RebuildVictim.plumbline();
            var plan = RebuildVictim.plan(plumbline, undisturbed, desired);
            long[] lastStep = new long[1];
            Plumbline timed = plumbline.withProgress((what, done, total) -> lastStep[0] = System.nanoTime());
            long started = System.nanoTime();
            RebuildVictim.apply(timed, plan, undisturbed);
            long ended = System.nanoTime();
            expect(rows, SqliteShell.run(undisturbed, ROWS_BEFORE));
            return new Ground(
                    file,
                    desired,
                    rows,
                    before,
                    SqliteShell.run(undisturbed, ".schema note", ".schema tag"),
                    (ended - started) / 1_000_000,
                    (ended - lastStep[0]) / 1_000_000);
        }

        private static void expect(String expected, String found) {
            if (!found.equals(expected)) {
                throw new IllegalStateException(found.substring(0, Math.min(500, found.length())));
            }
        }
    }

    /**
     * What came of it.
     *
     * @param found how the kill left the database
     * @param wrong what is not as it should be
     */
    record Result(String found, List<String> wrong) {}

    Result carryOut() throws Exception {
        Path file = Files.copy(ground.file(), place.resolve("app.db"));
        if (wal) {
            SqliteShell.run(file, "PRAGMA journal_mode = wal");
        }
        List<String> wrong = new ArrayList<>();
        try (OtherWriter other = writer ? OtherWriter.start(file) : OtherWriter.none(file)) {
            kill(file);
            String found = look(file, wrong);
            // The lease of the dead would expire by itself in six seconds; that it does is shown elsewhere.
            SqliteShell.run(file, "UPDATE plumbline_lease SET expires_at = 0");
            Plumbline plumbline = RebuildVictim.plumbline();
            Outcome outcome = RebuildVictim.apply(
                    plumbline, RebuildVictim.plan(plumbline, ground.file(), ground.desired()), file);
            check("the next run reaches the end", "true", String.valueOf(outcome.reachedDesired()), wrong);
            check("the schema at the end", ground.schemaAfter(), schema(file), wrong);
            other.stop();
            sound(file, "at the end", wrong);
            check("rows that the other process was told are written", "0", other.missing(), wrong);
            check(
                    "the full-text index",
                    "",
                    SqliteShell.run(file, "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"),
                    wrong);
            leftCopies(outcome, wrong);
            List<String> titled = wrong.stream().map(line -> this + ": " + line).toList();
            return new Result(found, titled);
        }
    }

    private void kill(Path file) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RebuildVictim.class.getName(),
                        file.toString(),
                        ground.desired().toString())
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader output = victim.inputReader();
            await(output, "ready");
            victim.getOutputStream().write('\n');
            victim.getOutputStream().flush();
            if (duringCommit) {
                await(output, "last step through");
                Thread.sleep((long) (moment * ground.commitMillis() * STRETCH));
            } else {
                Thread.sleep((long) (moment * ground.millis() * STRETCH));
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
    }

    private static void await(BufferedReader output, String line) throws IOException {
        List<String> said = new ArrayList<>();
        String next = output.readLine();
        while (next != null && !next.equals(line)) {
            said.add(next);
            next = output.readLine();
        }
        if (next == null) {
            throw new IOException("The other JVM ended before '" + line + "': " + String.join("\n", said));
        }
    }

    /** Looks at what the kill has left, and returns it in words. */
    private String look(Path file, List<String> wrong) throws Exception {
        boolean journal = Files.exists(file.resolveSibling("app.db-journal"));
        boolean copy = copies().count() > 0;
        sound(file, "after the kill", wrong);
        String schema = schema(file);
        String standing = schema.equals(ground.schemaAfter()) ? "after" : "before";
        if (standing.equals("before")) {
            check("the schema after the kill", ground.schemaBefore(), schema, wrong);
        }
        return standing + (wal ? ", wal" : journal ? ", with a journal" : "") + (copy ? ", with a copy" : "");
    }

    private Stream<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files
                    .filter(path -> path.toString().contains(".plumbline-copy-"))
                    .filter(path -> !path.toString().endsWith("-journal"))
                    .toList()
                    .stream();
        }
    }

    private static String schema(Path file) throws IOException, InterruptedException {
        return SqliteShell.run(file, ".schema note", ".schema tag");
    }

    private void sound(Path file, String when, List<String> wrong) throws IOException, InterruptedException {
        check("integrity_check " + when, "ok", SqliteShell.run(file, "PRAGMA integrity_check"), wrong);
        check("foreign_key_check " + when, "", SqliteShell.run(file, "PRAGMA foreign_key_check"), wrong);
        check("rows " + when, ground.rows(), SqliteShell.run(file, ROWS_BEFORE), wrong);
        check("sequence " + when, "1", SqliteShell.run(file, SEQUENCE), wrong);
    }

    /** Every copy that a killed run has left is named by the next, and a complete one is the whole database. */
    private void leftCopies(Outcome outcome, List<String> wrong) throws IOException, InterruptedException {
        for (Path copy : copies().toList()) {
            if (outcome.notes().stream().noneMatch(note -> note.contains(copy.toString()))) {
                wrong.add("the next run does not name " + copy);
            }
            if (!copy.toString().endsWith(".incomplete")) {
                check("rows of the copy", ground.rows(), SqliteShell.run(copy, ROWS_BEFORE), wrong);
            }
        }
    }

    private static void check(String what, String expected, String found, List<String> wrong) {
        if (!found.equals(expected)) {
            wrong.add(what + ": " + found.substring(0, Math.min(300, found.length())));
        }
    }

    @Override
    public String toString() {
        return place.getFileName() + (wal ? " wal" : " journal") + (duringCommit ? " in the commit" : " anywhere")
                + (writer ? " with a writer" : "") + " at " + moment;
    }
}
