// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comments at the top of a script ask for. */
class ScriptDirectivesTest {
    private static MigrationOptions read(String text) {
        return ScriptDirectives.read(new SqlScript("1.sql", text), SqlDialect.POSTGRES, true);
    }

    @Test
    void allOfThem() {
        MigrationOptions options = read("""
                        -- licence
                        /* plumbline: no transaction */
                        -- plumbline: lock_timeout 500ms\r
                        -- plumbline: statement_timeout 10 min
                        SELECT 1;""");
        assertThat(options)
                .isEqualTo(new MigrationOptions(
                        false, Optional.of(Duration.ofMillis(500)), Optional.of(Duration.ofMinutes(10))));
        assertThat(read("--plumbline: lock_timeout 0").lockTimeout()).contains(Duration.ZERO);
        assertThat(read("-- plumbline: proven " + "a1".repeat(32)).proven()).contains(new Checksum("a1".repeat(32)));
        assertThat(read("--plumbline: statement_timeout 2h").statementTimeout()).contains(Duration.ofHours(2));
    }

    @Test
    void hintsAndWhatStandsFurtherDownArePassedOver() {
        assertThat(read("""
                        -- plumbline: renamed from old
                        -- plumbline: rename table a to b
                        -- plumbline: using x::int
                        SELECT 1;
                        -- plumbline: nonsense
                        """)).isEqualTo(MigrationOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no transactions",
                "lock_timeout",
                "lock_timeout 5",
                "lock_timeout 5d",
                "timeout 5s",
                "proven abc",
                ""
            })
    void othersAreErrors(String directive) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> read("-- x\n-- plumbline: " + directive + "\nSELECT 1"))
                .satisfies(e -> {
                    assertThat(e.position().orElseThrow().line()).isEqualTo(2);
                    assertThat(e.advice().orElseThrow()).contains("no transaction");
                });
    }
}
