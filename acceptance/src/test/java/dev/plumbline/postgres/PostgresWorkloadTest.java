// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.workload.Conditions;
import dev.plumbline.workload.Explanation;
import dev.plumbline.workload.PlanNode.Access;
import dev.plumbline.workload.QueryPlan;
import dev.plumbline.workload.QueryReport;
import dev.plumbline.workload.QueryReport.Verdict;
import dev.plumbline.workload.Trait;
import dev.plumbline.workload.Workload;
import dev.plumbline.workload.WorkloadReport;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL says it would do for a query, on its oldest supported version, and that it does not do it. */
class PostgresWorkloadTest {
    private static final String SCHEMA = """
            CREATE TABLE public.t (id bigint PRIMARY KEY, a int, b text, j jsonb);
            CREATE INDEX t_a ON public.t (a);
            """;
    private static final String ROWS =
            "INSERT INTO public.t SELECT i, i % 500, 'x' || i FROM generate_series(1, 20000) AS i";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(14);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theLivePlanIsThePlannersOwnChoice() {
        DatabaseUrl url = server.database("workload_live", SCHEMA + ROWS);
        server.run(url, "ANALYZE public.t");

        WorkloadReport report = live("""
                -- name: by a
                SELECT b FROM t WHERE a = :a;
                -- name: by b
                SELECT id FROM t WHERE b = ? ORDER BY j;
                -- name: by key
                SELECT id FROM t WHERE id = $1 AND j ?? 'k';
                -- name: refused
                SELECT nothing FROM t WHERE x = $1;
                -- name: changes
                UPDATE t SET b = :b::text WHERE id = :id;
                """, url);

        assertThat(report.actual().conditions()).isEqualTo(Conditions.LIVE);
        assertThat(plan(report, 0).indexes()).containsExactly("t_a");
        assertThat(plan(report, 1).count(Trait.SCAN)).isOne();
        assertThat(plan(report, 1).count(Trait.SORT)).isOne();
        assertThat(plan(report, 2).nodes().getFirst().access()).isEqualTo(Access.INDEX_SEARCH);
        assertThat(report.queries().get(3).actual())
                .isEqualTo(new Explanation.Refusal("column \"nothing\" does not exist"));
        assertThat(plan(report, 4).indexes()).containsExactly("t_pkey");
    }

    @Test
    void aChangeIsComparedByWhatItsIndexesCanServe() {
        DatabaseUrl url = server.database("workload_change", SCHEMA + ROWS);
        WorkloadReport report = server.plumbline()
                .workload(
                        read("""
                                -- name: newest
                                SELECT b FROM t WHERE a = :a ORDER BY b DESC LIMIT :n;
                                -- name: all
                                SELECT count(*) FROM t WHERE j IS NULL;
                                """),
                        server.live(url),
                        Optional.of(url),
                        Optional.of(server.declared(SCHEMA + "CREATE INDEX t_ab ON public.t (a, b DESC);")));

        assertThat(report.actual().conditions()).isEqualTo(Conditions.SERVABLE);
        assertThat(report.queries()).extracting(QueryReport::verdict).containsExactly(Verdict.BETTER, Verdict.SAME);
        assertThat(plan(report, 0).count(Trait.SORT)).isOne();
        assertThat(((QueryPlan) report.queries().getFirst().desired().orElseThrow()).indexes())
                .containsExactly("t_ab");
        assertThat(report.desired().orElseThrow().unused()).containsExactly("t_a");
    }

    /** Each tries in its own way to be executed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t",
                "WITH gone AS (DELETE FROM t RETURNING *) SELECT count(*) FROM gone",
                "INSERT INTO t VALUES (:id) RETURNING id",
                "SELECT wipe()",
                // Marked immutable, it is called while the query is planned.
                "SELECT id FROM t WHERE id = wipe_as_immutable()",
                // With the setting of this database, a string that ends before its semicolon.
                "SELECT '\\''; DELETE FROM t; --'",
                "SELECT '\\''; COMMIT; DELETE FROM t; --'"
            })
    void nothingIsExecuted(String sql) {
        DatabaseUrl url = server.database("workload_hostile", SCHEMA + ROWS + """
                ;
                CREATE FUNCTION public.wipe() RETURNS bigint LANGUAGE plpgsql VOLATILE AS 'BEGIN DELETE FROM public.t; RETURN 1; END';
                CREATE FUNCTION public.wipe_as_immutable() RETURNS bigint LANGUAGE plpgsql IMMUTABLE
                    AS 'BEGIN EXECUTE ''DELETE FROM public.t''; RETURN 1; END';
                ALTER DATABASE workload_hostile SET standard_conforming_strings = off;
                """);

        WorkloadReport report = live(sql, url);

        assertThat(report.queries()).hasSize(1);
        assertThat(server.rows(url, "SELECT count(*) FROM public.t")).containsExactly("20000");
    }

    @Test
    void aPartOfAPartitionedIndexIsThatIndex() {
        DatabaseUrl url = server.database("workload_partitions", """
                CREATE TABLE public.p (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
                CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                CREATE INDEX p_id ON public.p (id);
                CREATE INDEX p_at ON public.p (at);
                INSERT INTO public.p SELECT i, '2025-06-01' FROM generate_series(1, 5000) AS i;
                """);
        server.run(url, "ANALYZE public.p1");

        WorkloadReport report = live("SELECT at FROM p WHERE id = $1", url);

        assertThat(report.actual().indexes()).isEqualTo(2);
        assertThat(report.actual().unused()).containsExactly("p_at");
    }

    private static QueryPlan plan(WorkloadReport report, int query) {
        Explanation explanation = report.queries().get(query).actual();
        assertThat(explanation).isInstanceOf(QueryPlan.class);
        return (QueryPlan) explanation;
    }

    private static WorkloadReport live(String workload, DatabaseUrl url) {
        return server.plumbline().workload(read(workload), server.live(url), Optional.of(url), Optional.empty());
    }

    private static Workload read(String workload) {
        return Workload.read(new SqlScript("workload.sql", workload), SqlDialect.POSTGRES);
    }
}
