// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes a checksum, and what does not. */
class ChecksumTest {
    private static final String TEXT = "CREATE TABLE a (x int, y text DEFAULT 'a  b');\nSELECT $$1;\n2$$;\n";

    private static Checksum of(String text) {
        return new MigrationScript.Sql(new SqlScript("1.sql", text), SqlDialect.POSTGRES, MigrationOptions.DEFAULT)
                .checksum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Copyright\n/* licence */\n" + TEXT + "-- the end\n",
                "CREATE TABLE a (x int, y text DEFAULT 'a  b');\r\nSELECT $$1;\r\n2$$;\r\n",
                "CREATE TABLE a (x int, y text DEFAULT 'a  b');\nSELECT $$1;\n2$$",
                "CREATE  TABLE a(x int,\n\ty text /* why */ DEFAULT 'a  b') ;; SELECT -- so\n $$1;\n2$$;",
                "\uFEFF" + TEXT
            })
    void itStaysTheSame(String text) {
        assertThat(of(text)).isEqualTo(of(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (x int, y text DEFAULT 'a b');\nSELECT $$1;\n2$$;\n",
                "CREATE TABLE a (x int, y text DEFAULT 'a  b');\nSELECT $$1; \n2$$;\n",
                "CREATE TABLE \"a\" (x int, y text DEFAULT 'a  b');\nSELECT $$1;\n2$$;\n",
                "CREATE TABLE a (x int, y text DEFAULT 'a  b')\nSELECT $$1;\n2$$;\n",
                "CREATE TABLE a (x int, y text DEFAULT 'a  b');\n",
                ""
            })
    void itChanges(String text) {
        assertThat(of(text)).isNotEqualTo(of(TEXT));
    }

    @Test
    void rowsOfACopyAreContentWhateverTheirLineEnds() {
        String rows = "COPY a FROM stdin;\n1\tx\n\\.\n";

        assertThat(of(rows.replace("\n", "\r\n"))).isEqualTo(of(rows));
        assertThat(of(rows.replace(" FROM", "\n  FROM"))).isEqualTo(of(rows));
        assertThat(of(rows.replace("x", "y"))).isNotEqualTo(of(rows));
        assertThat(of(rows.replace("1\tx\n", ""))).isNotEqualTo(of(rows));
    }

    @Test
    void aThousandFilesAreQuick(@TempDir Path path) {
        Folder folder = new Folder(path);
        for (int i = 1; i <= 1_000; i++) {
            folder.with(
                    "%06d_t.up.sql".formatted(i),
                    "-- a comment\nCREATE TABLE t%d (id bigint PRIMARY KEY, name text NOT NULL);\n".formatted(i)
                            + "CREATE INDEX i%d ON t%d (name);\n".formatted(i, i));
        }
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long start = System.nanoTime();
            folder.read().migrations().forEach(Migration::checksum);
            best = Math.min(best, System.nanoTime() - start);
        }
        // Far above what it takes, so that a busy machine does not fail it; a quadratic reader would.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(500));
        System.getLogger("plumbline.test").log(System.Logger.Level.INFO, "1000 files: " + best / 1_000 + " us");
    }
}
