// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.plumbline.acceptance.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own regression database, made by {@code psql} as {@code pg_regress} makes it: the files in their order, each
 * in a session of its own to its end, past the errors that are meant. Those that need what is not here (the tests' own C
 * library and data, a server newer than any) are errors too.
 */
final class RegressionDatabase {
    private static final String SCHEDULE = "acceptance/src/test/resources/regression/schedule.txt";
    private static final int MOST_SECONDS_A_FILE = 60;

    /** As {@code psql} heads a statement in its log; from 18 on between slashes. */
    private static final Pattern STATEMENT = Pattern.compile("(?m)^[/*]\\*+ QUERY \\*+[/*]$");

    private static final Pattern ERROR = Pattern.compile("(?m)^psql:.*: (?:ERROR|FATAL):  ");

    /** In the corpus these stand in comments: a connection begun anew, and a result that is executed. */
    private static final Pattern COMMAND = Pattern.compile("-- (\\\\(?:c|gexec)\\b.*)");

    private static final Pattern COPY_IN = Pattern.compile("(?i)copy\\b.*\\bfrom\\s+stdin\\b[^;]*;.*");

    private final String url;
    private final Path work;
    private int statements;
    private int errors;

    /**
     * What was run.
     *
     * @param statements how many statements were sent
     * @param errors how many of them failed
     */
    record Made(int files, int statements, int errors) {}

    private RegressionDatabase(String url, Path work) {
        this.url = url;
        this.work = work;
    }

    /**
     * Runs the files in a database.
     *
     * @param corpus the folder with the folders of files
     * @param work a folder for scripts and logs
     * @throws IllegalStateException when the corpus holds other files than the schedule, or a file does not end
     */
    static Made make(String url, Path corpus, Path work) throws IOException, InterruptedException {
        List<Path> files = scheduled(corpus);
        RegressionDatabase database = new RegressionDatabase(url, work);
        for (Path file : files) {
            database.run(file);
        }
        return new Made(files.size(), database.statements, database.errors);
    }

    private static List<Path> scheduled(Path corpus) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String line : Files.readAllLines(Places.root().resolve(SCHEDULE))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ", -1);
                Arrays.stream(words)
                        .skip(1)
                        .forEach(name -> files.add(corpus.resolve(words[0]).resolve(name + ".sql")));
            }
        }
        try (Stream<Path> found = Files.walk(corpus)) {
            List<Path> there = found.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            if (!there.equals(files.stream().sorted().toList())) {
                throw new IllegalStateException(corpus + " holds other files than " + SCHEDULE + ": " + there);
            }
        }
        return files;
    }

    private void run(Path file) throws IOException, InterruptedException {
        Path script = work.resolve("script.sql");
        Path log = work.resolve("log");
        Path complaints = work.resolve("errors");
        Files.deleteIfExists(log);
        Files.writeString(script, asWritten(Files.readString(file, ISO_8859_1)), ISO_8859_1);
        ProcessBuilder psql = new ProcessBuilder(
                        "psql", "-X", "-q", "-v", "VERBOSITY=terse", "-L", log.toString(), "-f", script.toString(), url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(complaints.toFile());
        // What pg_regress sets, so that values mean what they mean there; and an end to what does not end.
        psql.environment().put("PGTZ", "America/Los_Angeles");
        psql.environment().put("PGDATESTYLE", "Postgres, MDY");
        psql.environment().put("PGOPTIONS", "-c intervalstyle=postgres_verbose -c statement_timeout=20s");
        Process process = psql.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_SECONDS_A_FILE, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(file + " has not ended after " + MOST_SECONDS_A_FILE + " s");
        }
        statements += found(STATEMENT, log);
        errors += found(ERROR, complaints);
    }

    /** Returns the script as psql is to read it: with its commands, and without rows for COPY, which are no schema. */
    private static String asWritten(String text) {
        StringBuilder script = new StringBuilder();
        text.lines().forEach(line -> {
            script.append(COMMAND.matcher(line).replaceFirst("$1")).append('\n');
            if (COPY_IN.matcher(line).matches()) {
                script.append("\\.\n");
            }
        });
        return script.toString();
    }

    private static int found(Pattern pattern, Path file) throws IOException {
        return Math.toIntExact(
                pattern.matcher(Files.readString(file, ISO_8859_1)).results().count());
    }
}
