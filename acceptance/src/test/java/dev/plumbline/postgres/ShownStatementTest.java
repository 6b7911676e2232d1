// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.postgres.sql.ShownStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of another session's statement. */
class ShownStatementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER ROLE a PASSWORD 'open' | ALTER ROLE a PASSWORD '…'",
                "SELECT $$open$$, E'o\\'pen', U&'open' | SELECT '…', '…', U&'…'",
                "SELECT 1 -- open | SELECT 1",
                "SELECT /* open */ 1; | SELECT 1",
                "BEGIN; SELECT 1 | BEGIN; SELECT 1",
                "ALTER ROLE a PASSWORD 'open and cut of | ALTER ROLE a PASSWORD…",
                "SELECT $x$ open | SELECT…"
            })
    void nothingThatStandsInQuotesIsThere(String sql, String shown) {
        assertThat(ShownStatement.of(sql)).isEqualTo(shown).doesNotContain("open");
    }

    @Test
    void itIsOneShortLine() {
        assertThat(ShownStatement.of("SELECT a,\n\t b FROM \"t\u001b[2J\"")).isEqualTo("SELECT a, b FROM \"t [2J\"");
        assertThat(ShownStatement.of("SELECT " + "a + ".repeat(100) + "a"))
                .hasSizeLessThan(110)
                .endsWith("…");
        assertThat(ShownStatement.of("")).isEmpty();
    }
}
