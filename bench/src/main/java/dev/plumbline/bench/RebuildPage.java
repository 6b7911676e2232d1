// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** SQLite's table rebuild, measured job by job: {@code bench/run rebuild --help} says what can be asked for. */
public final class RebuildPage {
    static final String FIGURES = "figures";

    private static final String USAGE = """
            usage: bench/run rebuild [--rows N,N...] [--rounds N] [--resume yes] [--into FOLDER]
            Measures SQLite's table rebuild beside CREATE TABLE … AS SELECT and its indexes, job by job, keeps what each
            measured in docs/benchmarks/rebuild, and writes docs/benchmarks-rebuild.md from all that is there. By default:
            1000000 and 10000000 rows, 3 rounds; about an hour and 20 GB of disk in the temporary folder. With --resume, jobs
            that are there with the same settings are left as they are. --into is for trials: another folder than docs.
            """;
    private static final List<String> OPTIONS = List.of("--rows", "--rounds", "--resume", "--into");
    private static final String HEAD = """
            # Benchmarks of the table rebuild on SQLite
            <!-- Written by bench/run rebuild. Do not edit: run it. -->
            A table of eight columns with three indexes, a rowid and a foreign key, made anew by `apply` because a column takes another
            collation, beside `CREATE TABLE … AS SELECT` in one transaction and the same three indexes. The target is 1.5 times the time
            and twice the space. `apply` has besides: the schema read before and after, rowids and the sequence kept, the foreign keys
            checked, each page and record of the new table checked. [What a rebuild does](guide/sqlite.md#the-table-rebuild).

            """;

    private RebuildPage() {}

    /** Runs it. The first argument is the root of the tree. */
    public static void main(String... args) throws IOException, SQLException, InterruptedException {
        Options options = Options.of(args, 1, OPTIONS, USAGE);
        Path docs = options.docs(Path.of(args[0]));
        Files.createDirectories(docs);
        JobFolder jobs = new JobFolder(docs.resolve("benchmarks/rebuild"), List.of("delete-", "wal-", "unique-"));
        int rounds = options.number("--rounds", 3);
        boolean resume = options.isResumed();
        for (int rows : options.numbers("--rows", "1000000,10000000")) {
            for (String kind : List.of("delete", "wal", "unique")) {
                boolean unique = kind.equals("unique");
                jobs.run(
                        kind + "-" + rows,
                        rounds + " rounds",
                        resume,
                        figures -> RebuildJob.run(rows, rounds, unique ? "delete" : kind, unique, figures));
                write(jobs, docs.resolve("benchmarks-rebuild.md"));
            }
        }
    }

    private static void write(JobFolder jobs, Path file) throws IOException {
        JobPage page = new JobPage(jobs, HEAD);
        page.section(
                "Medians of the rounds. Seconds, and in parentheses those of the processor; megabytes that the folder of the database"
                        + " grew by at most,\njournal and log included. What sorts write elsewhere is not in it, for either.\n\n",
                FIGURES,
                List.of(
                        "rows",
                        "journal",
                        "CREATE TABLE AS, seconds",
                        "apply --no-backup",
                        "apply, with the copy",
                        "CREATE TABLE AS, MB",
                        "apply --no-backup",
                        "apply, with the copy"),
                """

                The index behind a `UNIQUE` cannot be made after the rows, as others are: SQLite makes it with the table and fills it row by
                row, at random places where the values have no order, while `CREATE UNIQUE INDEX` sorts first. Neither a larger cache (a rebuild
                takes one of 256 MB where there is such a constraint) nor another order of the rows (which would put the rows themselves at
                random places) takes that away, and SQLite's way to copy indexes whole holds only between tables that are declared alike.
                """);
        page.write(file);
    }
}
