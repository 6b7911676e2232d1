// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.RedundantIndex;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.IndexUse;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which indexes of a PostgreSQL database another one covers, and which only look so. */
class PostgresRedundantIndexTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void exactlyTheCoveredOnesAreNamed() {
        DatabaseUrl url = server.database("redundant", """
                CREATE TABLE t (id int PRIMARY KEY, a text, b text, n int, js jsonb, ts tsvector, r int4range, u int NOT NULL);
                CREATE TABLE ref (t int REFERENCES t (id), u int);

                -- Covered.
                CREATE INDEX prefix ON t (a);
                CREATE INDEX cover_a ON t (a, b, n);
                CREATE INDEX included ON t (n) INCLUDE (b);
                CREATE INDEX cover_included ON t (n, a) INCLUDE (b, u);
                CREATE INDEX partial ON t (b) WHERE n > 0;
                CREATE INDEX cover_partial ON t (b, n) WHERE n > 0;
                CREATE INDEX backwards ON t (u DESC, n DESC NULLS LAST);
                CREATE INDEX cover_backwards ON t (u, n NULLS FIRST, a);
                CREATE INDEX same_as_key ON t (id);
                CREATE UNIQUE INDEX unique_as_key ON t (id);
                CREATE INDEX pattern ON t (b text_pattern_ops);
                CREATE INDEX cover_pattern ON t (b text_pattern_ops, a);
                CREATE INDEX expression ON t (lower(b));
                CREATE INDEX cover_expression ON t (lower(b), n);
                CREATE INDEX gin ON t USING gin (js jsonb_path_ops);
                CREATE INDEX gin_again ON t USING gin (js jsonb_path_ops);
                ALTER TABLE t ADD CONSTRAINT key_again UNIQUE (id);
                """);

        assertThat(found(url))
                .containsExactlyInAnyOrder(
                        "prefix by cover_a",
                        "included by cover_included",
                        "partial by cover_partial",
                        "backwards by cover_backwards",
                        "same_as_key by t_pkey",
                        "unique_as_key by t_pkey",
                        "key_again by t_pkey",
                        "pattern by cover_pattern",
                        "expression by cover_expression",
                        "gin_again by gin");
    }

    @Test
    void whatOnlyLooksCoveredIsNot() {
        DatabaseUrl url = server.database("needed", """
                CREATE TABLE t (id int PRIMARY KEY, a text, b text, n int, js jsonb, u int NOT NULL, v int NOT NULL);
                CREATE INDEX wide ON t (a, b);
                CREATE UNIQUE INDEX one ON t (a);
                CREATE INDEX nulls_first ON t (a NULLS FIRST);
                CREATE INDEX other_rows ON t (a) WHERE n > 0;
                CREATE INDEX other_operators ON t (a text_pattern_ops);
                CREATE INDEX other_collation ON t (a COLLATE "C");
                CREATE INDEX other_method ON t USING hash (a);
                CREATE INDEX more_stored ON t (a) INCLUDE (n);
                CREATE INDEX mixed ON t (a, b DESC);
                CREATE INDEX one_gin ON t USING gin (js);
                CREATE INDEX other_gin ON t USING gin (js jsonb_path_ops);
                CREATE INDEX block ON t USING brin (n) WITH (pages_per_range = 16);
                CREATE INDEX other_block ON t USING brin (n) WITH (pages_per_range = 64);
                CREATE UNIQUE INDEX identity ON t (u);
                CREATE INDEX u_again_and_more ON t (u, n);
                ALTER TABLE t REPLICA IDENTITY USING INDEX identity;
                CREATE INDEX ordering ON t (v);
                CREATE INDEX v_and_more ON t (v, n);
                CLUSTER t USING ordering;
                CREATE TABLE parent (x int UNIQUE DEFERRABLE, y int UNIQUE NULLS NOT DISTINCT);
                CREATE UNIQUE INDEX x_at_once ON parent (x);
                CREATE UNIQUE INDEX y_distinct ON parent (y);
                CREATE TABLE target (x int PRIMARY KEY, CONSTRAINT referred UNIQUE (x));
                CREATE TABLE child (x int, CONSTRAINT refers FOREIGN KEY (x) REFERENCES target (x));
                """);

        assertThat(found(url)).isEmpty();
    }

    @Test
    void theForeignKeysOwnUniqueRuleStays() {
        DatabaseUrl url = server.database("referred", """
                CREATE TABLE target (x int NOT NULL, CONSTRAINT referred UNIQUE (x));
                CREATE TABLE child (x int REFERENCES target (x));
                ALTER TABLE target ADD PRIMARY KEY (x);
                """);

        assertThat(found(url)).isEmpty();
    }

    @Test
    void aPartitionsOwnIndexIsCoveredByThatOfTheWhole() {
        DatabaseUrl url = server.database("partitioned", """
                CREATE TABLE p (k int, a int) PARTITION BY LIST (k);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
                CREATE INDEX whole ON p (a, k);
                CREATE INDEX short ON p (a);
                CREATE INDEX own ON p1 (a);
                """);

        // What the partition has of the short one goes with that, and is not named by itself.
        assertThat(found(url)).containsExactlyInAnyOrder("short by whole", "own by p1_a_idx");
    }

    @Test
    void useIsReadWhereTheServerCountsIt() throws Exception {
        DatabaseUrl url = server.database("used", """
                CREATE TABLE t (a int, b int);
                INSERT INTO t SELECT g, g FROM generate_series(1, 1000) g;
                CREATE INDEX i ON t (a);
                CREATE INDEX j ON t (a, b);
                """);
        Catalog catalog = server.catalog(url);
        try (Connection connection = url.open()) {
            assertThat(IndexUse.read(connection, catalog)).hasSize(2).allSatisfy((key, use) -> {
                assertThat(use.bytes()).isPositive();
                assertThat(use.scans()).isZero();
            });
        }
    }

    private static List<String> found(DatabaseUrl url) {
        return RedundantIndex.in(server.catalog(url)).stream()
                .map(found -> found.index().name() + " by " + found.coveredBy())
                .toList();
    }
}
