// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.report.SqlFolderWriter;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that break what quotes carelessly: each is given to an object of every kind, there, back, and by way of files. */
class HostileNamesTest {
    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    static List<String> names() {
        return List.of(
                "a \"quoted\" name",
                "it's",
                "a;b",
                "two\nlines",
                "tab\tand\rreturn",
                "naïve 表 🐘",
                "UpperCase",
                "'; DROP TABLE x; --",
                "\"; DROP TABLE x; --",
                "/* comment",
                "$$ $body$",
                "select",
                "user",
                "n".repeat(63),
                " leading and trailing ",
                "a.b",
                "a\\b",
                "%s %1$s {0} ?",
                "(int) [x]",
                "1st");
    }

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(18));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    @ParameterizedTest
    @MethodSource("names")
    void survivesEverything(String name) throws Exception {
        TestServer server = running.orElseThrow();
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        String literal = "'" + name.replace("'", "''") + "'";
        server.run(server.url("postgres"), "CREATE ROLE " + quoted);
        try {
            DatabaseUrl live = server.database("hostile", "CREATE TABLE x (id int); INSERT INTO x VALUES (1);");
            LoadedSchema desired = server.declared(schema(quoted, literal));
            LoadedSchema actual = server.live(live);
            Plan plan = lead(server, live, desired);
            server.run(live, "INSERT INTO %1$s.%1$s (id, %1$s, kind) VALUES (7, 'x', %2$s)".formatted(quoted, literal));
            exportAndLoad(desired.catalog());

            LoadedSchema changed = server.declared(changed(quoted, literal));
            lead(server, live, changed);
            lead(server, live, desired);
            assertThat(server.rows(live, "SELECT id FROM %1$s.%1$s".formatted(quoted)))
                    .containsExactly("7");
            assertThat(server.rows(live, "SELECT id FROM x")).containsExactly("1");

            Plan back = plan.back();
            server.plumbline().apply(back, live, new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true));
            assertThat(server.catalog(live).fingerprint())
                    .isEqualTo(actual.catalog().fingerprint());
        } finally {
            server.database("hostile", "");
            server.run(server.url("postgres"), "DROP ROLE " + quoted);
        }
    }

    private static Plan lead(TestServer server, DatabaseUrl live, LoadedSchema desired) {
        Plan plan = server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        server.plumbline().apply(plan, live, ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class)));
        assertThat(server.plumbline().gap(server.live(live), desired).changes()).isEmpty();
        return plan;
    }

    private void exportAndLoad(Catalog catalog) throws Exception {
        TestServer server = running.orElseThrow();
        Catalog empty = server.catalog(server.database("nothing", ""));
        Planner planner = new Planner(Engines.forId("postgres").actionWriter());
        SqlFolderWriter.write(catalog, planner.steps(GapFinder.between(empty, catalog)), folder);
        assertThat(server.declared(folder).catalog().fingerprint()).isEqualTo(catalog.fingerprint());
    }

    private static String schema(String name, String literal) {
        return """
                CREATE SCHEMA %1$s;
                CREATE TABLE x (id int);
                CREATE TYPE %1$s.e AS ENUM (%2$s, 'other');
                CREATE DOMAIN %1$s."d" AS text CONSTRAINT %1$s CHECK (VALUE <> %2$s || '!');
                CREATE SEQUENCE %1$s."s";
                CREATE TABLE %1$s.%1$s (
                    id int CONSTRAINT "pk" PRIMARY KEY,
                    %1$s text DEFAULT %2$s,
                    kind %1$s.e DEFAULT %2$s,
                    CONSTRAINT %1$s CHECK (%1$s IS NOT NULL));
                CREATE INDEX "i" ON %1$s.%1$s (%1$s) WHERE %1$s > %2$s;
                CREATE FUNCTION %1$s.%1$s(%1$s int) RETURNS text LANGUAGE sql IMMUTABLE RETURN %2$s;
                CREATE FUNCTION %1$s.tg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE VIEW %1$s."v" AS SELECT id AS %1$s, %1$s AS other, %2$s AS text FROM %1$s.%1$s;
                CREATE TRIGGER %1$s BEFORE INSERT ON %1$s.%1$s FOR EACH ROW EXECUTE FUNCTION %1$s.tg(%2$s);
                ALTER TABLE %1$s.%1$s ENABLE ROW LEVEL SECURITY;
                CREATE POLICY %1$s ON %1$s.%1$s TO %1$s USING (%1$s = %2$s);
                CREATE STATISTICS %1$s."st" ON id, %1$s FROM %1$s.%1$s;
                GRANT SELECT ON %1$s.%1$s TO %1$s;
                GRANT UPDATE (%1$s) ON %1$s.%1$s TO %1$s;
                COMMENT ON TABLE %1$s.%1$s IS %2$s;
                COMMENT ON COLUMN %1$s.%1$s.%1$s IS %2$s;
                COMMENT ON FUNCTION %1$s.%1$s(int) IS %2$s;
                """.formatted(name, literal);
    }

    /** The same with every object altered, not made again. */
    private static String changed(String name, String literal) {
        return schema(name, literal)
                .replace("'other'", "'other', 'third'")
                .replace("text DEFAULT " + literal, "varchar(90) DEFAULT " + literal)
                .replace("GRANT SELECT ON", "GRANT INSERT ON")
                .replace("LANGUAGE sql IMMUTABLE RETURN", "LANGUAGE sql STABLE RETURN")
                .replace(
                        "COMMENT ON TABLE %1$s.%1$s IS ".formatted(name) + literal,
                        "COMMENT ON TABLE %1$s.%1$s IS 'new'".formatted(name));
    }
}
