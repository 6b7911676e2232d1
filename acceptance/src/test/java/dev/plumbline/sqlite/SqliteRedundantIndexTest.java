// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.Engines;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.HealthFacts;
import dev.plumbline.gap.RedundantIndex;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.TextOptions;
import dev.plumbline.report.TextReport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which indexes of a SQLite database another one covers, and which only look so. */
class SqliteRedundantIndexTest {
    private static final String TABLES = """
            CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT COLLATE NOCASE, u TEXT UNIQUE);
            CREATE TABLE k (x TEXT PRIMARY KEY, y TEXT);
            CREATE TABLE w (x TEXT, y TEXT, z TEXT, PRIMARY KEY (x, y)) WITHOUT ROWID;
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i ON t(a)       | CREATE INDEX j ON t(a, b)            | j (a, b)",
                "i ON t(a)       | CREATE INDEX j ON t(a DESC, b)       | j (a DESC, b)",
                "i ON t(a DESC)  | CREATE INDEX j ON t(a, b)            | j (a, b)",
                "i ON t(a, b DESC) | CREATE INDEX j ON t(a DESC, b, c)  | j (a DESC, b, c)",
                "i ON t(b)       | CREATE INDEX a ON t(b)               | a (b)",
                "i ON t(c)       | CREATE INDEX j ON t(c COLLATE NOCASE, a) | j (c, a)",
                "i ON t(a) WHERE b > 1 | CREATE INDEX j ON t(a, c) WHERE b > 1 | j (a, c) where b > 1",
                "i ON t(lower(a)) | CREATE INDEX j ON t(lower( a ), b)  | j (lower(a), b)",
                "i ON t(id)      | SELECT 1                             | order of the table itself rowid (id)",
                "i ON t(a, id)   | CREATE INDEX h ON t(a)               | h (a)",
                "i ON t(u)       | SELECT 1                             | unique constraint sqlite_autoindex_t_1 (u)",
                "i ON k(x)       | SELECT 1                             | primary key sqlite_autoindex_k_1 (x)",
                "i ON w(x)       | SELECT 1                             | order of the table itself sqlite_autoindex_w_1 (x, y)",
                "i ON w(z, x)    | CREATE INDEX h ON w(z)               | h (z)",
                "i ON t(a)       | CREATE UNIQUE INDEX j ON t(a)        | j (a)",
            })
    void isCovered(String line) throws SQLException {
        String[] parts = line.split(" *\\| *", -1);
        Catalog catalog = catalog(TABLES + "CREATE INDEX " + parts[0] + ";" + parts[1]);

        assertThat(RedundantIndex.in(catalog)).singleElement().satisfies(found -> {
            assertThat(found.index().name()).isEqualTo("i");
            String origin = found.coveringOrigin().equals("index") ? "" : found.coveringOrigin() + " ";
            assertThat(origin + found.coveredBy() + " " + found.coveringColumns())
                    .isEqualTo(parts[2]);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIQUE INDEX i ON t(a)  | INDEX j ON t(a, b)",
                "UNIQUE INDEX i ON t(a)  | UNIQUE INDEX j ON t(a, b)",
                "INDEX i ON t(b)         | INDEX j ON t(a, b)",
                "INDEX i ON t(a, b)      | INDEX j ON t(b, a)",
                "INDEX i ON t(a, b)      | INDEX j ON t(a, b DESC)",
                "INDEX i ON t(a)         | INDEX j ON t(a COLLATE NOCASE, b)",
                "INDEX i ON t(c COLLATE BINARY) | INDEX j ON t(c, b)",
                "INDEX i ON t(a)         | INDEX j ON t(a, b) WHERE b > 1",
                "INDEX i ON t(a) WHERE b > 1 | INDEX j ON t(a, b)",
                "INDEX i ON t(a)         | INDEX j ON t(lower(a), b)",
                "INDEX i ON t(id, a)     | INDEX j ON t(a, id)",
                "INDEX i ON t(a)         | INDEX j ON k(x, y)",
            })
    void isNotCovered(String line) throws SQLException {
        String[] parts = line.split(" *\\| *", -1);
        assertThat(RedundantIndex.in(catalog(TABLES + "CREATE " + parts[0] + "; CREATE " + parts[1])))
                .isEmpty();
    }

    @Test
    void anIndexThatAViewInsistsOnStays() throws SQLException {
        String indexes = "CREATE INDEX i ON t(a); CREATE INDEX j ON t(a, b);";
        String view = "CREATE VIEW v AS SELECT b FROM t INDEXED BY i WHERE a = 'x'";

        assertThat(RedundantIndex.in(catalog(TABLES + indexes))).hasSize(1);
        assertThat(RedundantIndex.in(catalog(TABLES + indexes + view))).isEmpty();
    }

    @Test
    void ofAChainOnlyTheLongestStays() throws SQLException {
        Catalog catalog =
                catalog(TABLES + "CREATE INDEX i1 ON t(a); CREATE INDEX i2 ON t(a, b); CREATE INDEX i3 ON t(a, b, c)");

        assertThat(RedundantIndex.in(catalog))
                .extracting(found -> found.index().name() + " by " + found.coveredBy())
                .containsExactly("i1 by i3", "i2 by i3");
    }

    @Test
    void ofTwoAlikeStaysTheOneThatIsDeclared() throws SQLException {
        Catalog actual = catalog(TABLES + "CREATE INDEX i ON t(a); CREATE INDEX j ON t(a)");
        Catalog desired = catalog(TABLES + "CREATE INDEX j ON t(a)");
        GapAnalysis analysis = GapAnalysis.of(GapFinder.between(actual, desired), HealthFacts.NONE);

        assertThat(analysis.redundantIndexes()).singleElement().satisfies(found -> {
            assertThat(found.index().name()).isEqualTo("i");
            assertThat(found.coveredBy()).isEqualTo("j");
            assertThat(found.declaration()).contains(RedundantIndex.Declaration.UNDECLARED);
        });
    }

    @Test
    void whatTheDesiredSchemaNeedsIsNoSurplus() throws SQLException {
        // Of the two that are there, the desired schema keeps the one that the other covers now.
        Catalog actual = catalog(TABLES + "CREATE INDEX i ON t(a); CREATE INDEX j ON t(a, b)");
        Catalog desired = catalog(TABLES + "CREATE INDEX i ON t(a)");

        assertThat(GapAnalysis.of(GapFinder.between(actual, desired), HealthFacts.NONE)
                        .redundantIndexes())
                .isEmpty();
        assertThat(GapAnalysis.of(GapFinder.between(desired, actual), HealthFacts.NONE)
                        .redundantIndexes())
                .extracting(
                        found -> found.index().name(),
                        found -> found.declaration().orElseThrow())
                .containsExactly(tuple("i", RedundantIndex.Declaration.DECLARED));
    }

    @Test
    void aSnapshotKeepsWhatIsNeededToTell() throws SQLException {
        Catalog catalog = catalog(TABLES + "CREATE INDEX i ON t(a, b DESC); CREATE INDEX j ON t(a)");
        JsonReports json = new JsonReports();

        Catalog again = json.readCatalog(json.write(catalog), "snapshot");

        assertThat(again.storedIndexes()).isEqualTo(catalog.storedIndexes());
        assertThat(json.write(catalog)).contains("\"redundantIndexes\" : [");
    }

    @Test
    void theReportsNameItWithoutAGapToo() throws SQLException {
        Catalog catalog = catalog(TABLES + "CREATE INDEX i ON t(a); CREATE INDEX j ON t(a, b)");
        Gap gap = GapFinder.between(catalog, catalog);
        String text =
                new TextReport(TextOptions.PLAIN).of(gap, GapAnalysis.of(gap, HealthFacts.NONE), "actual", "desired");

        assertThat(text).contains("No gap", "1 REDUNDANT INDEX", "j (a, b), which begins with them", "declared too");
        assertThat(new TextReport(TextOptions.PLAIN).of(catalog, "app.db")).contains("1 REDUNDANT INDEX", "main.i");
    }

    private static Catalog catalog(String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(script.split(";", -1))) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            return Engines.forId("sqlite").introspector().inspect(connection);
        }
    }
}
