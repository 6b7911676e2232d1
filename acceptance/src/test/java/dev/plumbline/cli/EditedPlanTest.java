// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was proven is no proof of what somebody made of it by hand: a saved plan, and one that was saved as a migration. */
class EditedPlanTest {
    @TempDir
    private Path folder;

    private String database;
    private Path desired;

    @BeforeEach
    void declare() throws IOException {
        database = "sqlite:" + Files.createFile(folder.resolve("app.db"));
        desired = Files.writeString(
                folder.resolve("desired.sql"), "CREATE TABLE users(id integer primary key, mail text);");
    }

    @Test
    void planEditedByHandIsNoLongerSaidToBeProvenAndIsRefusedUnlessThatIsAllowed() throws IOException {
        Path plan = folder.resolve("plan.json");
        assertThat(run("plan", "--desired", desired, "-o", plan).exitCode()).isZero();
        edit(plan, "mail text", "mail text DEFAULT 'none'");

        CommandRun refused = run("apply", plan, "--yes");
        CommandRun allowed = run("apply", plan, "--yes", "--no-proof");

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
        assertThat(refused.err())
                .contains("No longer proven: " + plan + " was edited after it was proven.", "apply --no-proof")
                .doesNotContain("Proven: reaches");
        // It is carried out as it stands, and is seen not to lead where the plan that was proven led.
        assertThat(allowed.exitCode()).as(allowed.err()).isEqualTo(1);
        assertThat(allowed.out()).contains("The database is not what the plan promised");
    }

    @Test
    void reasonsMayBeReworded() throws IOException {
        Path plan = folder.resolve("plan.json");
        assertThat(run("plan", "--desired", desired, "-o", plan).exitCode()).isZero();
        edit(plan, "is missing", "is wanted by the new release");

        CommandRun applied = run("apply", plan, "--yes");

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.err()).contains("Proven: reaches");
    }

    @Test
    void migrationEditedAfterItWasProvenIsNamedByWhateverAppliesIt() throws IOException {
        Path migrations = folder.resolve("migrations");
        assertThat(run("plan", "--desired", desired, "-o", migrations).exitCode())
                .isZero();
        Path up = migrations.resolve("000001_close_gap.up.sql");
        String note = "000001_close_gap was edited after it was proven";

        CommandRun asProven = run("up", "--migrations", migrations, "--dry-run");
        edit(up, "mail text", "mail text DEFAULT 'none'");
        CommandRun rehearsed = run("up", "--migrations", migrations, "--dry-run");
        CommandRun applied = run("up", "--migrations", migrations);
        CommandRun again = run("up", "--migrations", migrations);

        assertThat(asProven.exitCode()).as(asProven.err()).isZero();
        assertThat(asProven.out() + asProven.err()).doesNotContain(note);
        assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out()).contains(note);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.out() + applied.err()).contains(note);
        assertThat(again.out() + again.err()).doesNotContain(note);
    }

    private CommandRun run(String command, Object... more) {
        List<Object> call = new ArrayList<>(List.of(command, "--url", database));
        call.addAll(List.of(more));
        return CommandRun.of(call.toArray());
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
