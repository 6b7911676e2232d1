// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The commands of the declared half on SQLite, which is always there, from what a database is to its plan carried out. */
class SqliteCommandsTest extends SqliteFixture {
    @Test
    void statusTellsEngineCountsAndHistory() {
        CommandRun status = CommandRun.of("status", "--url", database);

        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("SQLite 3", "tables", "golang-migrate", "dirty");
    }

    @Test
    void statusAsJsonIsAValue() {
        assertThat(CommandRun.of("status", "--url", database, "--format", "json")
                        .out())
                .contains("\"kind\" : \"status\"", "\"engine\" : \"sqlite\"");
    }

    @Test
    void gapSaysWhatMattersAndExitsWithOne() {
        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", desired);

        assertThat(gap.exitCode()).isEqualTo(1);
        assertThat(gap.out())
                .contains("INVENTORY", "WHAT MATTERS FIRST", "uniqueness-lost", "main.posts", "DEPLOY ORDER")
                .doesNotContain("\u001b[");
    }

    @Test
    void planIsProvenAndSaidToBe() {
        CommandRun plan = CommandRun.of("plan", "--url", database, "--desired", desired);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("Proven: reaches the desired schema; reverse returns;", "seeded rows kept");
    }

    @Test
    void appliedPlanClosesTheGapAndASecondOneFindsNothing() {
        CommandRun apply = CommandRun.of("apply", "--url", database, "--desired", desired, "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(apply.out()).contains("the database is as declared");
        assertThat(CommandRun.of("gap", "--url", database, "--desired", desired).exitCode())
                .isZero();
        assertThat(CommandRun.of("apply", "--url", database, "--desired", desired)
                        .out())
                .contains("Nothing to do");
    }

    @Test
    void savedPlanIsAppliedToTheDatabaseItWasMadeForAndToNoOther() throws Exception {
        Path plan = folder.resolve("plan.json");
        assertThat(CommandRun.of("plan", "--url", database, "--desired", desired, "-o", plan)
                        .exitCode())
                .isZero();
        execute("CREATE TABLE meanwhile(id integer)");

        CommandRun refused = CommandRun.of("apply", plan, "--url", database, "--yes");
        execute("DROP TABLE meanwhile");
        CommandRun applied = CommandRun.of("apply", plan, "--url", database, "--yes");

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
    }

    @Test
    void planBecomesAMigrationUpAndDown() {
        Path migrations = folder.resolve("migrations");

        CommandRun plan = CommandRun.of(
                "plan", "--url", database, "--desired", desired, "-o", migrations, "--name", "close the gap");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(migrations.resolve("000001_close_the_gap.up.sql")).content().contains("-- Proven");
        assertThat(migrations.resolve("000001_close_the_gap.down.sql")).exists();
    }

    @Test
    void dangerousPlanIsRefusedUntilItsHazardIsAllowedByName() throws Exception {
        execute("CREATE TABLE old(id integer)", "INSERT INTO old VALUES (1)");

        CommandRun refused = CommandRun.of("apply", "--url", database, "--desired", desired, "--yes");
        CommandRun allowed =
                CommandRun.of("apply", "--url", database, "--desired", desired, "--yes", "--allow", "data-loss");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("--allow DATA_LOSS");
        assertThat(allowed.exitCode()).as(allowed.err()).isZero();
    }

    @Test
    void withoutATerminalAndWithoutYesNothingIsTouched() {
        CommandRun apply = CommandRun.of("apply", "--url", database, "--desired", desired);

        assertThat(apply.exitCode()).isEqualTo(2);
        assertThat(apply.err()).contains("--yes");
        assertThat(CommandRun.of("gap", "--url", database, "--desired", desired).exitCode())
                .isEqualTo(1);
    }
}
