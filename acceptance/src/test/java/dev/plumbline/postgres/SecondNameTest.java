// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A column that is renamed while the application which knows the old name and the one which knows the new name are both at work:
 * between the two halves every row is the same by both names, however it was written, and nothing is lost on the way there, on
 * the rest of the way, or back. No hazard is ever to be allowed for it.
 */
class SecondNameTest {
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final ApplyOptions NO_HAZARD = ApplyOptions.DEFAULT;
    private static final ApplyOptions UNPROVEN = new ApplyOptions(EnumSet.noneOf(Hazard.class), 0, true);
    private static final PlanOptions EXPAND = PlanOptions.DEFAULT.expand();
    private static final int NEWEST = 18;
    private static final boolean EVERYWHERE = "all".equals(System.getProperty("scenarios.versions"));

    private static final String PLAIN = "CREATE TABLE t (id int PRIMARY KEY, mail text UNIQUE, n int);";
    private static final String RENAMED =
            "CREATE TABLE t (id int PRIMARY KEY,\n-- plumbline: renamed from mail\nemail text UNIQUE, n int);";

    @TempDir
    Path folder;

    /**
     * A table {@code t} with a column {@code mail} that is to be {@code email}.
     *
     * @param column its type and what else is said of it
     * @param more what else there is; {@code $c} is the column
     * @param values three of them, all different, as literals
     * @param byDefault the default where it is a constant, as text
     */
    record Case(String name, String column, String more, List<String> values, Optional<String> byDefault) {
        String actual() {
            return schema("mail", "");
        }

        String desired() {
            return schema("email", "-- plumbline: renamed from mail\n");
        }

        private String schema(String name, String hint) {
            return ("CREATE TYPE state AS ENUM ('a', 'b', 'c', 'd');\nCREATE TABLE p (k text PRIMARY KEY);\n"
                            + "CREATE TABLE t (id int PRIMARY KEY, n int,\n" + hint + name + " " + column + ");\n"
                            + more)
                    .replace("$c", name);
        }

        boolean takesNull() {
            return !column.contains("NOT NULL") && !column.contains("IDENTITY");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, String column, String more, String... values) {
        return new Case(name, column, more, List.of(values), Optional.empty());
    }

    private static Case text(String name, String column, String more) {
        return of(name, column, more, "'x'", "'y'", "'z'");
    }

    private static Case having(String byDefault, Case c) {
        return new Case(c.name, c.column, c.more, c.values, Optional.of(byDefault));
    }

    static List<Case> cases() {
        return List.of(
                text("plain", "varchar(20)", ""),
                text("not null", "text COLLATE \"C\" NOT NULL", "ALTER TABLE t ALTER $c SET STATISTICS 200;"),
                having("d", text("a default", "text NOT NULL DEFAULT 'd'", "")),
                having("d", text("a default, and nulls", "character varying(9) DEFAULT 'd'", "")),
                having("b", of("an enum with a default", "state DEFAULT 'b'", "", "'a'", "'c'", "'d'")),
                of(
                        "an instant by default",
                        "timestamptz DEFAULT now()",
                        "",
                        "'2001-01-01'",
                        "'2002-01-01'",
                        "'2003-01-01'"),
                of(
                        "a number for each row",
                        "bigint GENERATED BY DEFAULT AS IDENTITY",
                        "CREATE UNIQUE INDEX t_c ON t ($c)",
                        "1001",
                        "1002",
                        "1003"),
                of(
                        "another default for each row",
                        "uuid NOT NULL DEFAULT gen_random_uuid()",
                        "",
                        "'00000000-0000-0000-0000-000000000001'",
                        "'00000000-0000-0000-0000-000000000002'",
                        "'00000000-0000-0000-0000-000000000003'"),
                text(
                        "unique, in indexes",
                        "text UNIQUE",
                        "CREATE INDEX t_lower ON t (lower($c)) INCLUDE (n); CREATE UNIQUE INDEX t_two ON t (n, $c) WHERE $c > 'a';"
                                + " CREATE INDEX t_n ON t (n) WITH (fillfactor = 70)"),
                text("unique at the end", "text UNIQUE DEFERRABLE INITIALLY DEFERRED", ""),
                text("checked", "text CHECK ($c <> '') NOT NULL", "ALTER TABLE t ADD CHECK (length($c) < n + 100);"),
                text(
                        "foreign keys",
                        "text UNIQUE REFERENCES p ON UPDATE CASCADE ON DELETE SET NULL",
                        "CREATE TABLE u (t text REFERENCES t ($c) ON UPDATE CASCADE);"),
                text(
                        "read by others",
                        "text",
                        "ALTER TABLE t ADD g text GENERATED ALWAYS AS (lower($c)) STORED; CREATE VIEW v AS SELECT id, $c AS c FROM t;"
                                + " CREATE POLICY own ON t USING ($c > 'a') WITH CHECK ($c > 'a');"
                                + " CREATE STATISTICS s ON n, $c FROM t; GRANT SELECT (id, $c), UPDATE ($c) ON t TO app_reader;"
                                + " COMMENT ON COLUMN t.$c IS 'where to write to'"),
                of("no equality", "json", "", "'{\"a\":  1}'", "'[1,2]'", "'null'"),
                of(
                        "an array",
                        "int[] NOT NULL DEFAULT '{}'",
                        "CREATE INDEX t_c ON t USING gin ($c)",
                        "'{1}'",
                        "'{2,NULL}'",
                        "'[0:1]={1,2}'"),
                text(
                        "with a trigger",
                        "text",
                        "CREATE FUNCTION low() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN NEW.n := length(NEW.mail);"
                                + " RETURN NEW; END $f$;"
                                + " CREATE TRIGGER low BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION low();"));
    }

    /** Every case on the newest server, and a cross-section on the others; {@code -Dscenarios.versions=all}: on each. */
    static Stream<Arguments> onVersions() {
        List<Case> cases = cases();
        return IntStream.rangeClosed(14, NEWEST)
                .boxed()
                .flatMap(version -> cases.stream()
                        .filter(c -> version == NEWEST || EVERYWHERE || cases.indexOf(c) % 8 == version % 4)
                        .map(c -> Arguments.of(c, version)));
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("onVersions")
    void bothNamesWorkBetweenTheHalves(Case c, int version) throws SQLException {
        ScenarioServers.Place place = SERVERS.take(version);
        try {
            Way way = new Way(place.server(), c.actual(), c.desired());
            String rows = c.name.equals("foreign keys") ? "INSERT INTO p VALUES ('x'), ('y'), ('z'); " : "";
            String first = c.values.getFirst();
            place.server()
                    .run(
                            way.live,
                            rows + "INSERT INTO t (id, n, mail) VALUES (1, 0, " + first + ")"
                                    + (c.takesNull() ? ", (2, 0, NULL)" : ""));
            List<String> before = way.rows("id, mail");
            way.expand();
            way.isTheSame();
            assertThat(way.rows("id, email")).isEqualTo(before);
            place.server().run(way.live, "DELETE FROM t WHERE id = 1");
            writes(c, way);
            way.contract();
            way.back();
        } finally {
            SERVERS.giveBack(place);
        }
    }

    /** Each way to write a row, in a transaction that is then rolled back. */
    private static void writes(Case c, Way way) throws SQLException {
        String x = c.values.get(0);
        String y = c.values.get(1);
        String z = c.values.get(2);
        String insert = "INSERT INTO t (id, n, %s) VALUES (7, 0, %s)";
        way.leaves(insert.formatted("mail", x), x);
        way.leaves(insert.formatted("email", y), y);
        way.leaves(insert.formatted("mail, email", x + ", " + y), y);
        if (c.takesNull()) {
            way.leaves(insert.formatted("mail", "NULL"), "NULL");
            way.leaves(insert.formatted("email", "NULL"), "NULL");
        }
        if (c.byDefault.isPresent()) {
            String byDefault = "'" + c.byDefault.get() + "'";
            way.leaves("INSERT INTO t (id) VALUES (7)", byDefault);
            way.leaves(insert.formatted("mail, email", "DEFAULT, DEFAULT"), byDefault);
            way.leaves(insert.formatted("mail", byDefault), byDefault);
        } else if (c.takesNull() || c.column.contains("DEFAULT")) {
            way.leaves("INSERT INTO t (id) VALUES (7)", "(SELECT mail FROM t WHERE id = 7)");
        }
        String there = insert.formatted("mail", x) + "; ";
        way.leaves(there + "UPDATE t SET mail = " + y + " WHERE id = 7", y);
        way.leaves(there + "UPDATE t SET email = " + y + " WHERE id = 7", y);
        way.leaves(there + "UPDATE t SET mail = " + y + ", email = " + z + " WHERE id = 7", z);
        way.leaves(there + "UPDATE t SET mail = " + y + ", email = " + x + " WHERE id = 7", y);
        way.leaves(there + "UPDATE t SET n = 5 WHERE id = 7", x);
        way.leaves(there + insert.formatted("mail", z) + " ON CONFLICT (id) DO UPDATE SET mail = EXCLUDED.mail", z);
        way.leaves(there + insert.formatted("email", z) + " ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email", z);
        if (c.column.equals("text UNIQUE")) {
            way.leaves(there + insert.formatted("email", x) + " ON CONFLICT (email) DO UPDATE SET email = " + z, z);
            way.leaves(there + insert.formatted("mail", x) + " ON CONFLICT (mail) DO UPDATE SET mail = " + z, z);
        }
        if (c.name.equals("foreign keys")) {
            way.leaves(there + "DELETE FROM p WHERE k = 'x'", "NULL");
            way.leaves(there + "UPDATE p SET k = 'w' WHERE k = 'x'", "'w'");
            way.leaves(
                    there + "INSERT INTO u VALUES ('x'); UPDATE t SET email = 'z' WHERE id = 7", "(SELECT t FROM u)");
        }
        if (c.name.equals("with a trigger")) {
            way.leaves(insert.formatted("email", "'long'"), "(SELECT 'long' FROM t WHERE id = 7 AND n = 4)");
        }
        if (c.name.equals("read by others")) {
            way.leaves(insert.formatted("email", "'Ab'"), "(SELECT c FROM v WHERE id = 7)");
            way.leaves(
                    insert.formatted("mail", "'b'")
                            + "; SET LOCAL ROLE app_reader; UPDATE t SET email = 'c' WHERE email = 'b'; RESET ROLE",
                    "'c'");
        }
    }

    private void on(int version, Consumer<TestServer> work) {
        ScenarioServers.Place place = SERVERS.take(version);
        try {
            work.accept(place.server());
        } finally {
            SERVERS.giveBack(place);
        }
    }

    @Test
    void aRenameThatIsGivenUpLeavesNothing() {
        on(15, server -> {
            Way way = new Way(server, PLAIN, RENAMED);
            server.run(way.live, "INSERT INTO t VALUES (1, 'a')");
            way.expand();
            server.run(way.live, "INSERT INTO t (id, email) VALUES (2, 'b')");
            LoadedSchema old = server.declared(PLAIN);
            Gap gap = server.plumbline().gap(server.live(way.live), old);
            assertThat(gap.information()).anyMatch(note -> note.contains("no longer wanted"));
            assertThat(gap.changes())
                    .contains(new Change.Extra(
                            server.catalog(way.live).object(ObjectKey.of(ObjectKind.COLUMN, "public", "t", "email"))));
            Plan plan = server.plumbline().plan(server.live(way.live), old, PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            assertThat(plan.hazards()).isEmpty();
            way.apply(plan);
            assertThat(GapFinder.between(server.catalog(way.live), way.start).changes())
                    .isEmpty();
            assertThat(way.rows("id, mail")).containsExactly("1|a", "2|b");
        });
    }

    @Test
    void theRenameIsEndedAlsoWhenTheHintIsGone() {
        on(NEWEST, server -> {
            Way way = new Way(server, PLAIN, RENAMED);
            server.run(way.live, "INSERT INTO t VALUES (1, 'a')");
            way.expand();
            server.run(way.live, "CREATE INDEX own ON t (email, n)");
            LoadedSchema unhinted =
                    server.declared(RENAMED.replaceAll("--.*\n", "") + "CREATE INDEX own ON t (email, n)");
            Plan plan = server.plumbline().plan(server.live(way.live), unhinted, PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            assertThat(plan.hazards()).isEmpty();
            way.apply(plan);
            assertThat(server.rows(way.live, "SELECT id, email FROM t")).containsExactly("1|a");
            server.run(way.live, "ALTER TABLE t RENAME COLUMN email TO mail");
        });
    }

    @Test
    void whatNeedsTheSecondNameIsNamed() {
        on(NEWEST, server -> {
            Way way = new Way(server, PLAIN, RENAMED);
            way.expand();
            server.run(way.live, "CREATE VIEW w AS SELECT email FROM t");
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> way.plan(PlanOptions.DEFAULT))
                    .withMessageContaining("view public.w needs column public.t.email")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
        });
    }

    @Test
    void twoColumnsOfOneIndexAreRenamedTogether() {
        on(14, server -> {
            Way way = new Way(
                    server,
                    "CREATE TABLE t (mail text, \"two \"\"words'\\\" text, PRIMARY KEY (mail, \"two \"\"words'\\\"));",
                    """
                    CREATE TABLE t (
                      email text, -- plumbline: renamed from mail
                      -- plumbline: renamed from "two ""words'\\"
                      "表 %s; DROP TABLE x; $plumbline$ --" text,
                      PRIMARY KEY (email, "表 %s; DROP TABLE x; $plumbline$ --"));
                    """);
            server.run(way.live, "INSERT INTO t VALUES ('a', 'b'), ('c', 'd')");
            way.expand();
            server.run(
                    way.live,
                    "INSERT INTO t (mail, \"表 %s; DROP TABLE x; $plumbline$ --\") VALUES ('e', 'f')"
                            + " ON CONFLICT (email, \"表 %s; DROP TABLE x; $plumbline$ --\") DO NOTHING");
            assertThat(server.rows(way.live, "SELECT email, \"two \"\"words'\\\" FROM t ORDER BY 1"))
                    .containsExactly("a|b", "c|d", "e|f");
            way.contract();
            server.plumbline().apply(way.contracted.orElseThrow().back(), way.live, UNPROVEN);
            server.plumbline().apply(way.expanded.orElseThrow().back(), way.live, UNPROVEN);
            assertThat(GapFinder.between(server.catalog(way.live), way.start).changes())
                    .isEmpty();
        });
    }

    static Stream<Arguments> refused() {
        String rest = "id int PRIMARY KEY, n int";
        return Stream.of(
                Arguments.of(
                        "(" + rest + ", $c text) PARTITION BY RANGE (id)",
                        "",
                        "is partitioned, a partition, or inherits"),
                Arguments.of(
                        "(" + rest + ", $c int GENERATED ALWAYS AS (n + 1) STORED)", "", "its values are generated"),
                Arguments.of(
                        "(" + rest + ", $c d)",
                        "CREATE DOMAIN d AS text CHECK (VALUE <> '');",
                        "would check domain public.d"),
                Arguments.of(
                        "(" + rest + ", $c uuid DEFAULT gen_random_uuid())", "", "it may be null and has a default"),
                Arguments.of("(id int, $c text)", "", "has no primary key"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotHaveTwoNamesIsRefusedWithTheReason(String table, String before, String why) {
        on(NEWEST, server -> {
            String schema = before + "CREATE TABLE t " + table;
            Way way = new Way(
                    server,
                    schema.replace("$c", "mail"),
                    schema.replace("$c", "email") + ";\n-- plumbline: rename column public.t.mail to email\n");
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> way.plan(EXPAND))
                    .withMessageContaining("column public.t.mail cannot go by email too")
                    .withMessageContaining(why)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
        });
    }

    /** With a plan made anew from each commit of the first half; then the second half, and the way back to that commit. */
    @Test
    void whereverTheFirstHalfStopsTheNextGoesOn() {
        on(NEWEST, server -> {
            Way way = new Way(server, PLAIN, RENAMED);
            String rows = "INSERT INTO t SELECT i, 'm' || i FROM generate_series(1, 20) i";
            Plan whole = way.plan(EXPAND);
            for (Checkpoint stop :
                    whole.checkpoints().subList(0, whole.checkpoints().size() - 1)) {
                Way again = new Way(server, PLAIN, RENAMED);
                server.run(again.live, rows);
                server.plumbline().apply(StoppedTechniqueTest.until(stop, whole), again.live, UNPROVEN);
                Plan anew = again.plan(EXPAND);
                assertThat(anew.steps().size()).isLessThan(whole.steps().size());
                again.apply(anew);
                again.isTheSame();
                server.plumbline().apply(anew.back(), again.live, UNPROVEN);
                Plan contract = again.plan(PlanOptions.DEFAULT);
                again.apply(contract);
                assertThat(server.rows(again.live, "SELECT count(*), min(email) FROM t"))
                        .containsExactly("20|m1");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKilledFillGoesOn(boolean samePlan) throws Exception {
        Path file = Files.writeString(folder.resolve("desired.sql"), RENAMED);
        ScenarioServers.Place place = SERVERS.take(NEWEST);
        try {
            TestServer server = place.server();
            Way way = new Way(server, PLAIN, RENAMED);
            server.run(way.live, "INSERT INTO t SELECT i, 'm' || i FROM generate_series(1, 60000) i");
            Plan plan = way.plan(EXPAND);
            InterruptedRun run = InterruptedRun.expanding(server.embedded().url(way.live.databaseName()), file);
            run.go();
            String there = "SELECT 1 FROM pg_attribute WHERE attname = 'email' AND attrelid = 't'::regclass";
            while (server.rows(way.live, there).isEmpty()
                    || server.rows(way.live, "SELECT 1 FROM t WHERE email IS NOT NULL LIMIT 1")
                            .isEmpty()) {
                Thread.sleep(5);
            }
            run.kill();
            String busy =
                    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                            + " AND backend_type = 'client backend'";
            while (!server.rows(way.live, busy).isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(server.rows(way.live, "SELECT 1 FROM t WHERE email IS NULL LIMIT 1"))
                    .as("the run was killed before its end")
                    .isNotEmpty();
            server.run(way.live, "UPDATE t SET mail = 'old' WHERE id = 60000");
            way.apply(samePlan ? plan : way.plan(EXPAND));
            way.isTheSame();
            assertThat(server.rows(way.live, "SELECT count(*), count(email), max(email) FROM t"))
                    .containsExactly("60000|60000|old");
        } finally {
            SERVERS.giveBack(place);
        }
    }

    /** The old application from the begin, the new one between the halves; both write the same rows all the time. */
    @Test
    void noStatementOfEitherApplicationFails() throws Exception {
        ScenarioServers.Place place = SERVERS.take(NEWEST);
        try {
            TestServer server = place.server();
            Way way = new Way(server, PLAIN, RENAMED);
            server.run(way.live, "INSERT INTO t SELECT i, 'm' || i, i FROM generate_series(0, 5000) i");
            ApplyOptions busy =
                    new ApplyOptions(EnumSet.noneOf(Hazard.class), 100, false).waitingAtMost(Duration.ofMillis(500));
            Traffic before = Traffic.on(way.live, application("mail"), "t", Duration.ofMillis(150));
            try (before) {
                before.awaitStatements(30);
                assertThat(server.plumbline()
                                .apply(way.plan(EXPAND), way.live, busy)
                                .reachedDesired())
                        .isTrue();
                try (Traffic after =
                        Traffic.on(way.live, application("email"), "t", Duration.ofMillis(150), 5_000_000)) {
                    after.awaitStatements(100);
                    before.awaitStatements(100);
                    way.isTheSame();
                    assertThat(before.failures()).isEmpty();
                    before.close();
                    assertThat(server.plumbline()
                                    .apply(way.plan(PlanOptions.DEFAULT), way.live, busy)
                                    .reachedDesired())
                            .isTrue();
                    after.awaitStatements(30);
                    assertThat(after.failures()).isEmpty();
                }
            }
            assertThat(before.failures()).isEmpty();
            assertThat(server.rows(way.live, "SELECT 1 FROM t WHERE email IS NULL LIMIT 1"))
                    .isEmpty();
        } finally {
            SERVERS.giveBack(place);
        }
    }

    private static List<String> application(String name) {
        return Stream.of(
                        "INSERT INTO t (id, $c, n) VALUES ($n, '$c$n', 1)",
                        "SELECT $c FROM t WHERE $c = 'm' || $n % 5000",
                        "UPDATE t SET $c = '$cx$n' WHERE id = $n % 5000",
                        "INSERT INTO t (id, $c) VALUES ($n, '$cx$n') ON CONFLICT ($c) DO UPDATE SET n = t.n + 1",
                        "DELETE FROM t WHERE id = $n - 300")
                .map(sql -> sql.replace("$c", name))
                .toList();
    }

    /** The two halves of one rename on one database. */
    private static final class Way {
        private final TestServer server;
        private final DatabaseUrl live;
        private final LoadedSchema desired;
        private final Catalog start;
        private Optional<Plan> expanded = Optional.empty();
        private Optional<Plan> contracted = Optional.empty();

        Way(TestServer server, String actual, String desired) {
            this.server = server;
            this.live = server.database("names", actual);
            this.desired = server.declared(desired);
            this.start = server.catalog(live);
        }

        Plan plan(PlanOptions options) {
            Plan plan = server.plumbline().plan(server.live(live), desired, options);
            plan.proof()
                    .ifPresent(proof -> assertThat(proof.problems())
                            .as(GoldenPlan.text(plan))
                            .isEmpty());
            return plan;
        }

        void expand() {
            Plan plan = plan(EXPAND);
            assertThat(plan.hazards()).as(GoldenPlan.text(plan)).isEmpty();
            assertThat(plan.notes()).anyMatch(note -> note.contains("the new application may be deployed"));
            apply(plan);
            expanded = Optional.of(plan);
            Plan again = plan(EXPAND);
            assertThat(again.isEmpty()).as(GoldenPlan.text(again)).isTrue();
            assertThat(again.notes()).anyMatch(note -> note.contains("the new application may be deployed"));
            Gap gap = server.plumbline().gap(server.live(live), desired);
            assertThat(gap.changes())
                    .hasAtLeastOneElementOfType(Change.Renamed.class)
                    .allMatch(Way::isOfTheRename);
            assertThat(gap.information()).anyMatch(note -> note.contains("its rename is under way"));
        }

        /** Names that the server made of the column's first one stay: that of an identity's sequence, and on 18 that of NOT NULL. */
        private static boolean isOfTheRename(Change change) {
            return change instanceof Change.Renamed
                    || (change instanceof Change.Altered altered
                            && altered.actual() instanceof Column actual
                            && altered.desired() instanceof Column desired
                            && withoutMadeNames(actual).equals(withoutMadeNames(desired)));
        }

        private static Column withoutMadeNames(Column column) {
            Column unnamed = column.withNotNull(column.notNull(), Optional.empty(), column.notNullOptions());
            return column.value() instanceof ColumnValue.Identity identity
                    ? unnamed.withValue(
                            new ColumnValue.Identity(identity.always(), identity.sequence(), Optional.empty()))
                    : unnamed;
        }

        void contract() {
            Plan plan = plan(PlanOptions.DEFAULT);
            assertThat(plan.hazards()).as(GoldenPlan.text(plan)).isEmpty();
            assertThat(plan.notes())
                    .anyMatch(note -> note.startsWith("Apply this only when nothing uses column public.t."));
            assertThat(Plan.groups(plan.steps())).as(GoldenPlan.text(plan)).hasSize(1);
            apply(plan);
            contracted = Optional.of(plan);
            assertThat(GapFinder.between(server.catalog(live), desired.catalog())
                            .changes())
                    .isEmpty();
            assertThat(plan(PlanOptions.DEFAULT).isEmpty()).isTrue();
        }

        void back() {
            server.plumbline().apply(contracted.orElseThrow().back(), live, UNPROVEN);
            isTheSame();
            server.plumbline().apply(expanded.orElseThrow().back(), live, UNPROVEN);
            assertThat(GapFinder.between(server.catalog(live), start).changes()).isEmpty();
        }

        void apply(Plan plan) {
            Outcome outcome = server.plumbline().apply(plan, live, NO_HAZARD);
            assertThat(outcome.reachedDesired())
                    .as(GoldenPlan.text(plan) + outcome.notes())
                    .isTrue();
        }

        List<String> rows(String columns) {
            return server.rows(live, "SELECT " + columns + " FROM t ORDER BY id");
        }

        void isTheSame() {
            assertThat(server.rows(live, "SELECT id FROM t WHERE NOT record_image_eq(ROW(mail), ROW(email))"))
                    .isEmpty();
        }

        /** Statements leave row 7 with the same value by both names: this one. */
        void leaves(String statements, String value) throws SQLException {
            String type = server.rows(
                            live,
                            "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass"
                                    + " AND attname = 'mail'")
                    .getFirst();
            try (Connection connection = live.open();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(statements);
                String query =
                        "SELECT record_image_eq(ROW(mail), ROW(email)) AND email::text IS NOT DISTINCT FROM CAST("
                                + value + " AS " + type + ")::text, mail::text, email::text FROM t WHERE id = 7";
                try (ResultSet row = statement.executeQuery(query)) {
                    assertThat(row.next()).as(statements).isTrue();
                    assertThat(row.getBoolean(1))
                            .as(statements + " -> " + row.getString(2) + " | " + row.getString(3) + ", not " + value)
                            .isTrue();
                }
                connection.rollback();
            }
        }
    }
}
