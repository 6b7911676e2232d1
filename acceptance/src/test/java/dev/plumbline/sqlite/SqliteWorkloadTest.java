// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.workload.Conditions;
import dev.plumbline.workload.Explanation;
import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.QueryPlan;
import dev.plumbline.workload.QueryReport;
import dev.plumbline.workload.QueryReport.Verdict;
import dev.plumbline.workload.Trait;
import dev.plumbline.workload.Workload;
import dev.plumbline.workload.WorkloadReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQLite says it would do for a query, read out of its own words. */
class SqliteWorkloadTest {
    private static final String SCHEMA = """
            CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c);
            CREATE INDEX t_a ON t (a, b);
            CREATE INDEX "odd (name" ON t (c);
            CREATE TABLE keyed (k TEXT PRIMARY KEY, v) WITHOUT ROWID;
            CREATE TABLE "my USING INDEX table" (x);
            CREATE VIEW counted AS SELECT a, count(*) AS n FROM t GROUP BY a;
            CREATE VIRTUAL TABLE words USING fts5(w);
            """;

    private final Plumbline plumbline = Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM t WHERE b = ? | TABLE_SCAN",
                "SELECT * FROM t WHERE a = :a | INDEX_SEARCH t_a",
                "SELECT b FROM t AS x WHERE a = @a AND b > $b | COVERING_SEARCH t_a",
                "SELECT * FROM t ORDER BY a LIMIT 3 | INDEX_SCAN t_a",
                "SELECT a FROM t ORDER BY a | COVERING_SCAN t_a",
                "SELECT * FROM t WHERE id = ?1 | KEY_SEARCH",
                "SELECT * FROM keyed WHERE k = ? | KEY_SEARCH",
                "SELECT * FROM t WHERE c = ? | INDEX_SEARCH odd (name",
                "SELECT x FROM \"my USING INDEX table\" | TABLE_SCAN",
                "SELECT id FROM t WHERE b = 1 ORDER BY c + 1 | TABLE_SCAN, SORT",
                "SELECT b, count(*) FROM t GROUP BY b | COVERING_SCAN t_a, SORT",
                "SELECT * FROM words WHERE words MATCH ? | VIRTUAL",
                "SELECT value FROM json_each(?) | VIRTUAL",
                "SELECT x.id FROM t x JOIN t y ON x.b = y.b | COVERING_SCAN t_a, OTHER, OWN_INDEX",
                "WITH w AS MATERIALIZED (SELECT a FROM t WHERE a = 1) SELECT * FROM w AS z | OTHER, COVERING_SEARCH t_a, OTHER",
                "SELECT * FROM counted AS z WHERE n > 1 | OTHER, COVERING_SCAN t_a, OTHER",
                "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT n FROM r | OTHER, OTHER, OTHER, OTHER, OTHER, OTHER",
                "VALUES (1), (2) | OTHER",
                "INSERT INTO t (a) SELECT x FROM \"my USING INDEX table\" | TABLE_SCAN",
                "DELETE FROM t WHERE a = ? | INDEX_SEARCH t_a"
            })
    void aPlanIsReadForWhatItDoes(String sql, String expected) throws Exception {
        QueryPlan plan = plan(report(sql, schema(SCHEMA), Optional.empty())
                .queries()
                .getFirst()
                .actual());

        assertThat(String.join(
                        ", ",
                        plan.nodes().stream().map(SqliteWorkloadTest::words).toList()))
                .as("%s", plan)
                .isEqualTo(expected);
    }

    @Test
    void aChangeIsJudgedByWhatItSavesAndByWhatItCosts() throws Exception {
        LoadedSchema less = schema(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b); CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (b)");
        LoadedSchema more = schema(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a, c); CREATE INDEX t_ac ON t (a, c); CREATE INDEX t_c ON t (c)");
        String workload = """
                -- name: sorted
                SELECT id FROM t WHERE a = ? ORDER BY c;
                -- name: ordered
                SELECT id, a FROM t WHERE a = ? ORDER BY id;
                -- name: gone
                SELECT b FROM t WHERE b = ?;
                -- name: same
                SELECT * FROM t WHERE id = ?;
                """;

        WorkloadReport report = report(workload, less, Optional.of(more));
        WorkloadReport back = report(workload, more, Optional.of(less));

        assertThat(report.queries())
                .extracting(QueryReport::verdict)
                .containsExactly(Verdict.BETTER, Verdict.WORSE, Verdict.BROKEN, Verdict.SAME);
        assertThat(report.refused()).extracting(query -> query.query().name()).containsExactly("gone");
        assertThat(back.queries())
                .extracting(QueryReport::verdict)
                .containsExactly(Verdict.BROKEN, Verdict.BETTER, Verdict.BETTER, Verdict.SAME);
        assertThat(report.actual().unused()).isEmpty();
        assertThat(report.desired().orElseThrow().unused()).containsExactly("t_c");
        assertThat(report.with(Set.of(Trait.SORT)))
                .extracting(query -> query.query().name())
                .containsExactly("ordered");
    }

    @Test
    void theStatisticsOfTheDatabaseDecideOnACopyToo() throws Exception {
        Path file = folder.resolve("app.db");
        // The copy makes the indexes by their names; SQLite takes the one that was made last, if it knows nothing else.
        String schema = "CREATE TABLE t (id INTEGER PRIMARY KEY, few, many, x);"
                + " CREATE INDEX t_a_many ON t (many); CREATE INDEX t_b_few ON t (few)";
        execute(file, schema);
        execute(
                file,
                "INSERT INTO t (few, many) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                        + " SELECT i % 2, i FROM n");
        String query = "SELECT x FROM t WHERE few = ? AND many = ?";
        Optional<LoadedSchema> desired = Optional.of(schema(schema + "; CREATE TABLE more (id INTEGER PRIMARY KEY)"));

        WorkloadReport before = live(query, file, desired);
        execute(file, "ANALYZE");
        WorkloadReport after = live(query, file, desired);

        assertThat(before.actual().conditions()).isEqualTo(Conditions.NO_STATISTICS);
        assertThat(after.actual().conditions()).isEqualTo(Conditions.STATISTICS);
        assertThat(live(query, file, Optional.empty()).actual().conditions()).isEqualTo(Conditions.LIVE);
        assertThat(before.desired().orElseThrow().conditions()).isEqualTo(Conditions.NO_STATISTICS);
        assertThat(after.desired().orElseThrow().conditions()).isEqualTo(Conditions.STATISTICS);
        assertThat(indexes(before)).containsExactly("t_b_few", "t_b_few");
        assertThat(indexes(after)).containsExactly("t_a_many", "t_a_many");
    }

    /** Returns what the first query uses, before and after. */
    private static List<String> indexes(WorkloadReport report) {
        QueryReport query = report.queries().getFirst();
        return Stream.of(query.actual(), query.desired().orElseThrow())
                .flatMap(side -> plan(side).indexes().stream())
                .toList();
    }

    @Test
    void nothingIsExecutedAndTheFileIsNotTouched() throws Exception {
        Path file = folder.resolve("app.db");
        execute(file, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
        byte[] before = Files.readAllBytes(file);

        WorkloadReport report = live("""
                DELETE FROM t; UPDATE t SET a = 2; INSERT INTO t VALUES (3); REPLACE INTO t VALUES (4);
                SELECT writefile('%s', 'x'); SELECT load_extension('x');
                WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x RETURNING *;
                """.formatted(folder.resolve("written")), file, Optional.empty());

        assertThat(report.queries()).hasSize(7);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder.resolve("written")).doesNotExist();
    }

    private static String words(PlanNode node) {
        return node.access() + node.index().map(index -> " " + index).orElse("");
    }

    private static QueryPlan plan(Explanation explanation) {
        assertThat(explanation).isInstanceOf(QueryPlan.class);
        return (QueryPlan) explanation;
    }

    private LoadedSchema schema(String sql) throws Exception {
        return plumbline.load(
                new SchemaSource.SqlFiles(Files.writeString(Files.createTempFile(folder, "schema", ".sql"), sql)));
    }

    private WorkloadReport report(String workload, LoadedSchema actual, Optional<LoadedSchema> desired) {
        return plumbline.workload(read(workload), actual, Optional.empty(), desired);
    }

    private WorkloadReport live(String workload, Path file, Optional<LoadedSchema> desired) {
        DatabaseUrl url = DatabaseUrl.parse(file.toString());
        return plumbline.workload(
                read(workload), plumbline.load(new SchemaSource.LiveDatabase(url)), Optional.of(url), desired);
    }

    private static Workload read(String workload) {
        return Workload.read(new SqlScript("workload.sql", workload), SqlDialect.SQLITE);
    }

    private static void execute(Path file, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";", -1)) {
                statement.execute(sql);
            }
        }
    }
}
