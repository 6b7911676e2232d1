// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.source.LoadedSchema;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same schema has the same fingerprint and the same gap the same plan, whatever the order, the run, the server. */
class DeterminismTest {
    /** Statements that may run in any order, of what every version from 14 on has. */
    private static final int TABLES = 8;

    private static String schema(boolean backwards) {
        var parts = IntStream.range(0, TABLES).mapToObj(i -> """
                        CREATE TYPE e%1$d AS ENUM ('a', 'b');
                        CREATE TABLE t%1$d (id bigserial PRIMARY KEY, e e%1$d NOT NULL DEFAULT 'a', at timestamptz DEFAULT now(),
                            v varchar(9) CHECK (v IN ('x', 'y')), d date DEFAULT '2024-01-01', i interval DEFAULT '1 day');
                        CREATE INDEX i%1$d ON t%1$d (lower(v), at DESC) WHERE e = 'b';
                        CREATE VIEW v%1$d AS SELECT e, count(*) AS n FROM t%1$d WHERE v IN ('x', 'z') GROUP BY e;
                        CREATE FUNCTION f%1$d(x int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE RETURN x + 1;
                        ALTER TABLE t%1$d ENABLE ROW LEVEL SECURITY;
                        CREATE POLICY p%1$d ON t%1$d TO app_reader USING (f%1$d() > 0);
                        GRANT SELECT, UPDATE (v) ON t%1$d TO app_reader, app_writer;
                        CREATE TABLE r%1$d (at date NOT NULL, PRIMARY KEY (at)) PARTITION BY RANGE (at);
                        CREATE TABLE r%1$d_1 PARTITION OF r%1$d FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                        COMMENT ON TABLE t%1$d IS 'table %1$d';
                        """.formatted(i)).collect(Collectors.toList());
        if (backwards) {
            Collections.reverse(parts);
        }
        return String.join("\n", parts);
    }

    @Test
    void everyVersionReadsTheSameSchemaAlike() {
        // From 16 on views are deparsed with fewer qualified names, and from 15 on PUBLIC may not create in public.
        String common =
                schema(false).replaceAll("(?m)^CREATE VIEW .*$", "") + "REVOKE CREATE ON SCHEMA public FROM PUBLIC;";
        Catalog newest =
                Catalog.builder(new DatabaseProduct("postgres", "none", 0)).build();
        for (int version = 18; version >= 14; version--) {
            try (TestServer server = TestServer.start(version)) {
                Catalog catalog = server.declared(common).catalog();
                newest = version == 18 ? catalog : newest;
                assertThat(GapFinder.between(catalog, newest).changes()).isEmpty();
                assertThat(catalog.fingerprint()).isEqualTo(newest.fingerprint());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void theSameGapHasTheSamePlan(int version) {
        try (TestServer server = TestServer.start(version)) {
            LoadedSchema empty = server.live(server.database("empty", ""));
            Function<Boolean, String> plan = backwards -> GoldenPlan.text(
                    server.plumbline().plan(empty, server.declared(schema(backwards)), new PlanOptions(false, false)));
            assertThat(plan.apply(false)).isEqualTo(plan.apply(false)).isEqualTo(plan.apply(true));
        }
    }

    /** What a server shows depends on settings that a DBA may change for a database or a role. */
    @Test
    void settingsOfTheDatabaseMakeNoDifference() {
        try (TestServer server = TestServer.start(18)) {
            var plain = server.database("plain", schema(false));
            var odd = server.database("odd", schema(false));
            server.run(
                    odd,
                    "ALTER DATABASE odd SET DateStyle = 'German'; ALTER DATABASE odd SET TimeZone = 'Asia/Tokyo';"
                            + " ALTER DATABASE odd SET IntervalStyle = 'iso_8601'; ALTER DATABASE odd SET search_path = 'public', 'x';"
                            + " ALTER DATABASE odd SET quote_all_identifiers = on; ALTER DATABASE odd SET bytea_output = 'escape';"
                            + " ALTER DATABASE odd SET standard_conforming_strings = off");
            assertThat(server.catalog(odd).fingerprint())
                    .isEqualTo(server.catalog(plain).fingerprint());
            assertThat(server.catalog(odd).fingerprint())
                    .isEqualTo(server.catalog(odd).fingerprint());
        }
    }

    /** A view cannot be read while its table is locked; the catalog is read when it no longer is. */
    @Test
    void timeoutsOfTheDatabaseDoNotEndTheReading() throws Exception {
        try (TestServer server = TestServer.start(18);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            var slow = server.database("slow", "CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t;");
            Future<Catalog> read;
            try (Connection holder = slow.open();
                    Statement statement = holder.createStatement()) {
                statement.execute("ALTER DATABASE slow SET statement_timeout = '100ms';"
                        + " ALTER DATABASE slow SET transaction_timeout = '100ms'");
                holder.setAutoCommit(false);
                statement.execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
                read = other.submit(() -> server.catalog(slow));
                statement.execute("SELECT pg_sleep(0.5)");
                holder.rollback();
            }
            assertThat(read.get().objects()).isNotEmpty();
        }
    }
}
