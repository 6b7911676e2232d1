// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadReaderTest {
    @Test
    void aQueryHasTheNameInFrontOfItOrItsLine() {
        List<WorkloadQuery> queries = read("""
                -- What the application asks.

                -- name: by user
                -- A remark.
                SELECT 1; -- name: not this one

                SELECT ';' AS "a;b" /* name: nor this */;
                --name:GetAuthor :one
                (SELECT 3);
                -- name: insert-it<!
                INSERT INTO t VALUES (:a);
                """).queries();

        assertThat(queries)
                .extracting(WorkloadQuery::name)
                .containsExactly("by user", "line 7", "GetAuthor", "insert-it");
        assertThat(queries).extracting(WorkloadQuery::sql).contains("SELECT ';' AS \"a;b\"", "(SELECT 3)");
        assertThat(queries.getFirst().position().line()).isEqualTo(5);
    }

    @Test
    void aQuerySaysWhatIsAcceptedOfItsPlan() {
        List<WorkloadQuery> queries = read("""
                -- name: a
                -- allow: scan, own-index
                SELECT 1;
                -- name: b
                SELECT 2;
                """).queries();

        assertThat(queries.get(0).allowed()).containsExactlyInAnyOrder(Trait.SCAN, Trait.OWN_INDEX);
        assertThat(queries.get(1).allowed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN ANALYZE DELETE FROM t",
                "ANALYZE t",
                "PRAGMA journal_mode = DELETE",
                "ATTACH 'x' AS y",
                "DROP TABLE t",
                "SELECT 1; DROP TABLE t",
                "DO $$ BEGIN DELETE FROM t; END $$",
                "CALL wipe()",
                "COPY t TO PROGRAM 'sh'",
                "EXECUTE p",
                "(ANALYZE) SELECT 1",
                "CREATE TABLE x AS SELECT 1"
            })
    void whatIsNoQueryIsRefusedWhereItStands(String sql) {
        assertThatThrownBy(() -> read("-- name: x\n" + sql))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("this is no query")
                .satisfies(error ->
                        assertThat(((PlumblineException) error).position()).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- name: a\\nSELECT 1;\\n-- name: a\\nSELECT 2 | given twice",
                "-- allow: everything\\nSELECT 1 | cannot be allowed",
                "-- nothing but a comment | holds no query",
                "SELECT 'a | never closed"
            })
    void whatMeansNothingIsRefused(String text, String fact) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining(fact);
    }

    private static Workload read(String text) {
        return Workload.read(new SqlScript("queries.sql", text), SqlDialect.POSTGRES);
    }
}
