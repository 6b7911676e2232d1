// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the next migration of a folder goes. */
class NextMigrationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:09:10Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "9_a.up.sql, 10_n",
        "099_a.up.sql, 100_n",
        "999_a.up.sql, 1000_n",
        "V1_9__a.sql, V1_10__n",
        "V2.0__a.sql, V2.1__n",
        "V01.09__a.sql, V01.10__n",
        "v7-a.sql, v8-n",
        "20240131120000_a.up.sql, 20260301080910_n",
        "202401311200_a.up.sql, 202603010809_n",
        "20260301080910_a.up.sql, 20260301080911_n",
        "20991231235959_a.up.sql, 21000101000000_n",
        "1700000000_a.up.sql, 1772352550_n",
        "00000014000000_a.up.sql, 00000014000001_n",
        "2024-01-31-120000_a/up.sql, 2026-03-01-080910_n"
    })
    void theNumberingIsContinued(String last, String next) throws IOException {
        file(last, "CREATE TABLE a (id integer);");

        assertThat(NextMigration.in(folder, NOW, Optional.empty()).stem("n")).isEqualTo(next);
    }

    @Test
    void theNewestIsTheOneWithTheHighestVersionWhereverItStands() throws IOException {
        file("V1__a.sql", "");
        file("2/V2.1__b.sql", "");
        file("10/V1.10__c.sql", "");
        file("R__view.sql", "");

        NextMigration next = NextMigration.in(folder, NOW, Optional.empty());

        assertThat(next.folder()).isEqualTo(folder.resolve("2"));
        assertThat(next.stem("n")).isEqualTo("V2.2__n");
    }

    @Test
    void emptyFoldersAndThoseWithoutVersionsBeginWithTheFirst() throws IOException {
        assertThat(NextMigration.in(folder.resolve("nowhere"), NOW, Optional.empty())
                        .stem("n"))
                .isEqualTo("000001_n");
        assertThat(NextMigration.in(folder, NOW, Optional.empty()).stem("n")).isEqualTo("000001_n");
        assertThat(NextMigration.in(folder, NOW, Optional.empty()).at(NOW).stem("n"))
                .isEqualTo("20260301080910_n");
        file("R__view.sql", "");
        assertThat(NextMigration.in(folder, NOW, Optional.empty()).stem("n")).isEqualTo("V1__n");
    }

    @Test
    void whatHasNoNumbersIsRefused() throws IOException {
        file("users.sql", "--liquibase formatted sql\n--changeset a:1\nCREATE TABLE a (id integer);\n");

        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> NextMigration.in(folder, NOW, Optional.empty()))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
