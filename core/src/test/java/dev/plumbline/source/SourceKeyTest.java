// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL may be taken for what it was yesterday. */
class SourceKeyTest {
    private static Optional<String> key(String place, String searchPath, String... files) {
        List<List<ScriptStatement>> statements = List.of(files).stream()
                .map(text -> StatementSplitter.split(new SqlScript("schema.sql", text), SqlDialect.POSTGRES))
                .toList();
        return SourceKey.of(Optional.of(place), List.of(searchPath), statements);
    }

    @Test
    void everythingThatDecidesIsInTheKey() {
        String usual = key("17.5", "app", "CREATE TABLE a (x int);", "CREATE TABLE b (x int);")
                .orElseThrow();
        assertThat(key("17.5", "app", "CREATE TABLE a (x int);", "CREATE TABLE b (x int);"))
                .hasValue(usual);
        assertThat(List.of(
                        key("17.6", "app", "CREATE TABLE a (x int);", "CREATE TABLE b (x int);"),
                        key("17.5", "public", "CREATE TABLE a (x int);", "CREATE TABLE b (x int);"),
                        key("17.5", "app", "CREATE TABLE b (x int);", "CREATE TABLE a (x int);"),
                        key("17.5", "app", "CREATE TABLE a (x int);CREATE TABLE b (x int);"),
                        key("17.5", "app", "CREATE TABLE a (x int);", "CREATE TABLE b (x bigint);")))
                .doesNotContain(Optional.of(usual))
                .doesNotHaveDuplicates()
                .allMatch(Optional::isPresent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (at timestamptz DEFAULT now())",
                "CREATE FUNCTION f() RETURNS date LANGUAGE sql AS 'SELECT current_date'",
                "SELECT pg_catalog.set_config('search_path', '', false)",
                "CREATE TABLE p PARTITION OF t FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')",
                "-- nothing but a remark",
                "BEGIN; COMMENT ON TABLE t IS 'now'' and then'; COMMIT;"
            })
    void whatOnlyDeclaresHasAKey(String sql) {
        assertThat(key("17.5", "app", sql)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN EXECUTE 'CREATE TABLE t_' || to_char(now(), 'YYYYMM') || ' ()'; END $$",
                "SELECT make_partitions()",
                "SELECT pg_catalog.set_config('search_path', '', false), make_partitions() AS made",
                "CALL make_partitions()",
                "INSERT INTO t VALUES (1)",
                "CREATE TABLE p PARTITION OF t FOR VALUES FROM (date_trunc('month', now())) TO (MAXVALUE)",
                "CREATE TABLE t (at timestamptz DEFAULT 'now')",
                "CREATE TABLE t (x int); TRUNCATE t"
            })
    void whatMayComeOutOtherwiseTomorrowHasNone(String sql) {
        assertThat(key("17.5", "app", sql)).isEmpty();
    }

    @Test
    void whereNobodyKnowsThePlaceThereIsNone() {
        assertThat(SourceKey.of(Optional.empty(), List.of(), List.of())).isEmpty();
    }
}
