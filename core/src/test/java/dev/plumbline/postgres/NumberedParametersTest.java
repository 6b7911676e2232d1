// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.postgres.workload.NumberedParameters;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT :a, :b, :a ; SELECT $1, $2, $1 ; 2",
                "SELECT $2::int, $1 ; SELECT $2::int, $1 ; 2",
                "SELECT ?, ? ; SELECT $1, $2 ; 2",
                "SELECT x::int FROM t WHERE y = :y::text ; SELECT x::int FROM t WHERE y = $1::text ; 1",
                "SELECT ':a ? $1' AS \":b\" -- :c ; SELECT ':a ? $1' AS \":b\" ; 0",
                "SELECT j ?? 'k', j ?| ARRAY['a'], j ?& :keys ; SELECT j ? 'k', j ?| ARRAY['a'], j ?& $1 ; 1",
                "SELECT a[1:2], a[:n] ; SELECT a[1:2], a[$1] ; 1",
                "SELECT $$ :a ? $$, $t$ $1 $t$ ; SELECT $$ :a ? $$, $t$ $1 $t$ ; 0"
            })
    void parametersOfEveryKindAreNumbered(String sql, String expected, int count) {
        NumberedParameters numbered =
                NumberedParameters.of(StatementSplitter.split(new SqlScript("x.sql", sql), SqlDialect.POSTGRES)
                        .getFirst());

        assertThat(numbered.sql()).isEqualTo(expected);
        assertThat(numbered.count()).isEqualTo(count);
    }
}
