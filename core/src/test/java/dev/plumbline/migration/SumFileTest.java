// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.SumFile.Disagreement;
import dev.plumbline.migration.SumFile.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that makes two branches conflict. */
class SumFileTest {
    @TempDir
    private Path path;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void folder() {
        folder = new Folder(path)
                .with("1_a.up.sql", "SELECT 1;")
                .with("1_a.down.sql", "SELECT -1;")
                .with("3_c.up.sql", "SELECT 3;")
                .with("5_e.up.sql", "SELECT 5;");
        SumFile.of(folder.read()).write(path);
    }

    private List<Problem> problems() {
        return SumFile.read(path).orElseThrow().check(folder.read());
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        assertThat(SumFile.read(path)).contains(SumFile.of(folder.read()));
        assertThat(problems()).isEmpty();
        assertThat(Files.readAllLines(path.resolve(SumFile.NAME))).hasSize(4);
        assertThat(folder.read().notRead()).isEmpty();
        assertThat(SumFile.read(path.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aCommentIsNoChange() {
        folder.with("1_a.up.sql", "-- why\r\nSELECT 1");
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatDiffersIsNamedOnce() throws IOException {
        folder.with("1_a.down.sql", "SELECT -2;").with("4_d.up.sql", "SELECT 4;");
        Files.delete(path.resolve("5_e.up.sql"));
        assertThat(problems())
                .containsExactly(
                        new Problem(Disagreement.CHANGED, "1_a"),
                        new Problem(Disagreement.ADDED, "4_d"),
                        new Problem(Disagreement.REMOVED, "5_e"));
    }

    @Test
    void anotherOrderIsSeen() {
        MigrationSet set = folder.read();
        List<Migration> turned = List.of(
                set.migrations().get(1),
                set.migrations().get(0),
                set.migrations().get(2));
        assertThat(SumFile.of(set).check(new MigrationSet(set.format(), set.origin(), turned, List.of())))
                .containsExactly(new Problem(Disagreement.MOVED, "1_a"));
    }

    @Test
    void twoBranchesChangeTheSameLine() throws IOException {
        folder.with("6_f.up.sql", "SELECT 6;");
        SumFile.of(folder.read()).write(path);
        List<String> one = Files.readAllLines(path.resolve(SumFile.NAME));
        Files.delete(path.resolve("6_f.up.sql"));
        folder.with("7_g.up.sql", "SELECT 7;");
        SumFile.of(folder.read()).write(path);
        List<String> other = Files.readAllLines(path.resolve(SumFile.NAME));
        assertThat(one.getFirst()).isNotEqualTo(other.getFirst());
        assertThat(one.subList(1, 4)).isEqualTo(other.subList(1, 4));
        assertThat(one.getLast()).isNotEqualTo(other.getLast());
    }

    @Test
    void anUnfinishedMergeIsAnError() throws IOException {
        Path file = path.resolve(SumFile.NAME);
        String text = Files.readString(file);
        for (String broken :
                List.of("<<<<<<< ours\n" + text, text.substring(0, text.length() - 70), text + "=======\n", "")) {
            Files.writeString(file, broken);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(this::problems)
                    .withMessageContaining("plumbline.sum");
        }
    }
}
