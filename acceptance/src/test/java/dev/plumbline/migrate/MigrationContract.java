// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for migrations on every engine. */
abstract class MigrationContract {
    /** Returns a new, empty database with an empty folder. */
    abstract MigrationRun fresh();

    private MigrationRun three() {
        return fresh().file("000001_one.up.sql", "CREATE TABLE one (id int);\nINSERT INTO one VALUES (1);")
                .file("000001_one.down.sql", "DROP TABLE one;")
                .file("000002_two.up.sql", "CREATE TABLE two (id int);")
                .file("000002_two.down.sql", "DROP TABLE two;")
                .file("000010_ten.up.sql", "CREATE TABLE ten (id int);")
                .file("000010_ten.down.sql", "DROP TABLE ten;");
    }

    @Test
    void eachIsAppliedOnceAndInOrder() {
        MigrationRun run = three();
        assertThat(run.migrations().up().done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("000001_one", "000002_two", "000010_ten");
        MigrationOutcome again = run.migrations().up();
        assertThat(again.done()).isEmpty();
        assertThat(again.status().isClean()).isTrue();
        assertThat(run.history()).containsExactly("000001_one APPLIED", "000002_two APPLIED", "000010_ten APPLIED");
        assertThat(run.rows("SELECT id FROM one")).containsExactly("1");
    }

    @Test
    void aChangelogIsAppliedInItsOwnOrderAlsoWhatRunsAgainWhenItChanges() {
        String changelog = """
                --liquibase formatted sql
                --changeset a:1
                CREATE TABLE one (id int, name varchar(9));
                --changeset a:2 runOnChange:true
                DROP VIEW IF EXISTS ids; CREATE VIEW ids AS SELECT id FROM one;
                --changeset a:3
                CREATE TABLE two AS SELECT id FROM ids;
                """;
        MigrationRun run = fresh().file("changelog.sql", changelog);
        assertThat(run.migrations().to("a:3").done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("a:1", "a:2", "a:3");
        run.file("changelog.sql", changelog.replace("SELECT id FROM one", "SELECT id, name FROM one"));
        assertThat(run.migrations().up().done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("a:2");
        assertThat(run.migrations().status().isClean()).isTrue();
    }

    /** Not when its turn has come, with those before it in place; and not when what it replaces is undone. */
    @Test
    void whatCannotBeReadIsToldBeforeAnythingIsDone() {
        MigrationRun run = three();
        run.migrations().to("2");
        run.file("000010_ten.up.sql", "CREATE TABLE ten (id int); SELECT 'open")
                .file("000003_three.up.sql", "CREATE TABLE three (id int);");
        for (Runnable work : List.<Runnable>of(
                () -> run.migrations().up(), () -> run.migrations().to("10"))) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(work::run)
                    .withMessageContaining("000010_ten.up.sql")
                    .withMessageContaining("never closed");
        }
        run.file("000002_two.up.sql", "CREATE TABLE two (id int); SELECT 'open");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().redo())
                .withMessageContaining("000002_two");
        assertThat(run.history()).containsExactly("000001_one APPLIED", "000002_two APPLIED");
    }

    @Test
    void aFailureLeavesNothingOfItsMigrationAndEverythingBefore() {
        MigrationRun run = three().file("000002_two.up.sql", "CREATE TABLE two (id int);\nSELECT 1 FROM nowhere;");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_FAILED))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("000002_two", "statement 2 of 2", "nowhere", "Nothing of this migration was kept"))
                .satisfies(e -> assertThat(e.position().orElseThrow().line()).isEqualTo(2));
        assertThat(run.history()).containsExactly("000001_one APPLIED");
        run.file("000002_two.up.sql", "CREATE TABLE two (id int);");
        assertThat(run.migrations().up().done()).hasSize(2);
    }

    @Test
    void whatWasMergedLateIsRefusedAppliedOrLeftOut() {
        MigrationRun run = three();
        run.migrations().up();
        run.file("000005_late.up.sql", "CREATE TABLE late (id int);");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_CONFLICT))
                .withMessageContaining("000005_late comes before 000010_ten");
        run.file("000011_eleven.up.sql", "CREATE TABLE eleven (id int);");
        MigrationOutcome skipped = run.migrations()
                .with(RunOptions.DEFAULT.with(OutOfOrderPolicy.SKIP))
                .up();
        assertThat(skipped.done()).extracting(MigrationOutcome.Done::migration).containsExactly("000011_eleven");
        assertThat(skipped.notes()).anyMatch(note -> note.contains("000005_late"));
        assertThat(run.migrations()
                        .with(RunOptions.DEFAULT.with(OutOfOrderPolicy.ALLOW))
                        .up()
                        .done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("000005_late");
    }

    @Test
    void aChangedFileIsRefusedAndAChangedCommentIsNot() {
        MigrationRun run = three();
        run.migrations().up();
        run.file("000002_two.up.sql", "/* Copyright */\r\nCREATE  TABLE two (\r\n  id int\r\n)\r\n");
        assertThat(run.migrations().up().status().isClean()).isTrue();
        run.file("000002_two.up.sql", "CREATE TABLE two (id bigint);")
                .file("000011_eleven.up.sql", "CREATE TABLE eleven (id int);");
        assertThat(run.migrations().status().in(MigrationState.MODIFIED))
                .extracting(MigrationEntry::title)
                .containsExactly("000002_two");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_CONFLICT))
                .withMessageContaining("000002_two");
        assertThat(run.history()).hasSize(3);
        assertThat(run.migrations()
                        .with(RunOptions.DEFAULT.allowingModified())
                        .up()
                        .done())
                .hasSize(1);
    }

    @Test
    void theWayDownUndoesTheLastFirst() {
        MigrationRun run = three();
        run.migrations().up();
        assertThat(run.migrations().down(2).done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("000010_ten", "000002_two");
        assertThat(run.history())
                .containsExactly("000001_one APPLIED", "000002_two ROLLED_BACK", "000010_ten ROLLED_BACK");
        assertThat(run.migrations().up().done()).hasSize(2);
        assertThat(run.migrations().status().isClean()).isTrue();
    }

    @Test
    void aMissingFileIsUndoneByWhatWasStoredOrNotAtAll() {
        MigrationRun run = three().file("000011_last.up.sql", "CREATE TABLE last_one (id int);");
        run.migrations().up();
        run.remove("000011_last.up.sql");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().down(1))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_CONFLICT))
                .withMessageContaining("000011_last cannot be undone");
        assertThat(run.rows("SELECT count(*) FROM last_one")).containsExactly("0");
        run.file("000011_last.up.sql", "CREATE TABLE last_one (id int);")
                .file("000011_last.down.sql", "DROP TABLE last_one;");
        run.migrations().down(1);
        run.remove("000010_ten.up.sql");
        run.remove("000010_ten.down.sql");
        MigrationOutcome stored = run.migrations().down(1);
        assertThat(stored.done()).extracting(MigrationOutcome.Done::migration).containsExactly("000010_ten");
        assertThat(stored.notes()).anyMatch(note -> note.contains("its files are not here"));
    }

    @Test
    void aVersionIsReachedFromBothSides() {
        MigrationRun run = three();
        assertThat(run.migrations().to("2").done()).hasSize(2);
        assertThat(run.migrations().to("000010").done()).hasSize(1);
        assertThat(run.migrations().to("1").done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("000010_ten", "000002_two");
        assertThat(run.migrations().to("0").done()).hasSize(1);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().to("7"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
    }

    @Test
    void redoUndoesAndAppliesTheLast() {
        MigrationRun run = three();
        run.migrations().up();
        assertThat(run.migrations().redo().done())
                .extracting(MigrationOutcome.Done::direction)
                .containsExactly(Revision.Direction.DOWN, Revision.Direction.UP);
        assertThat(run.migrations().status().isClean()).isTrue();
    }

    @Test
    void nothingIsUndoneWhenOneOfThemHasNoWayDown() {
        MigrationRun run = three();
        run.remove("000002_two.down.sql");
        run.migrations().up();
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().down(2))
                .withMessageContaining("000002_two has no way down")
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("000002_two.down.sql"));
        assertThat(run.migrations().status().isClean()).isTrue();
    }

    @Test
    void transactionsOfTheScriptAreKeptAndTakenUpWhereTheyStopped() {
        MigrationRun run = fresh().file("1_parts.up.sql", """
                        BEGIN;
                        CREATE TABLE first (id int);
                        COMMIT;
                        BEGIN;
                        CREATE TABLE second (id int);
                        SELECT 1 FROM nowhere;
                        COMMIT;
                        """);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .withMessageContaining("Statements 1 to 3 of it are committed");
        assertThat(run.migrations().status().in(MigrationState.PARTIAL)).hasSize(1);
        assertThat(run.rows("SELECT count(*) FROM first")).containsExactly("0");
        run.run("CREATE TABLE nowhere (id int)");
        assertThat(run.migrations().up().done()).hasSize(1);
        assertThat(run.history()).containsExactly("1_parts APPLIED");
        assertThat(run.rows("SELECT count(*) FROM second")).containsExactly("0");
    }

    @Test
    void aScriptThatThrowsItsWorkAwayIsRefused() {
        MigrationRun run = fresh().file("1_back.up.sql", "BEGIN; CREATE TABLE t (id int); ROLLBACK;");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
        assertThat(run.history()).isEmpty();
    }

    @Test
    void withoutATransactionEachStatementIsCommittedByItself() {
        MigrationRun run = fresh().file(
                        "1_single.up.sql",
                        "-- plumbline: no transaction\nCREATE TABLE first (id int);\nSELECT 1 FROM nowhere;");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up());
        assertThat(run.rows("SELECT count(*) FROM first")).containsExactly("0");
        assertThat(run.migrations().history().getFirst().progress().done()).isEqualTo(1);
    }

    @Test
    void anEmptyMigrationIsRecorded() {
        MigrationRun run = fresh().file("1_nothing.up.sql", "-- nothing yet\n");
        assertThat(run.migrations().up().done()).hasSize(1);
        assertThat(run.migrations().status().isClean()).isTrue();
    }

    @Test
    void manyRunsAtOnceApplyEachMigrationOnce() throws Exception {
        MigrationRun run = three();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(i -> calls.add(() -> run.migrations().up().done().size()));
            int applied = 0;
            for (Future<Integer> each : threads.invokeAll(calls)) {
                applied += each.get();
            }
            assertThat(applied).isEqualTo(3);
        }
        assertThat(run.history()).hasSize(3);
    }

    @Test
    void nothingIsAppliedBesideAnotherToolsHistory() {
        MigrationRun run = three();
        run.run(
                "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                "INSERT INTO schema_migrations VALUES (1, true)");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_CONFLICT))
                .withMessageContaining("golang-migrate");
        assertThat(run.history()).isEmpty();
    }
}
