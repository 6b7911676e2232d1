// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.LikelyRenames;
import dev.plumbline.gap.LikelyRenames.LikelyRename;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.LoadedSchema;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What differs in nothing but the name is proposed with its hint; the hint does what it says. */
class LikelyRenamesTest {
    private static final String SCHEMA = """
            CREATE SCHEMA X_space;
            CREATE TABLE X_space.inside (id int);
            CREATE COLLATION X_sorting FROM "C";
            CREATE TYPE X_mood AS ENUM ('a', 'b');
            CREATE TYPE X_pair AS (a int, b text);
            CREATE DOMAIN X_code AS text CHECK (VALUE <> '');
            CREATE SEQUENCE X_numbers INCREMENT 7;
            CREATE TABLE X_things (id int PRIMARY KEY, n numeric CHECK (n > 0));
            COMMENT ON TABLE X_things IS 'X';
            CREATE TABLE t (id int, X_label text, n int, CONSTRAINT X_check CHECK (n > 0));
            CREATE INDEX X_index ON t (n);
            CREATE STATISTICS X_statistics ON id, n FROM t;
            CREATE FUNCTION X_one(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE PROCEDURE X_act() LANGUAGE sql AS 'SELECT 2';
            CREATE AGGREGATE X_sum(int) (sfunc = int4pl, stype = int);
            CREATE VIEW X_view AS SELECT n FROM t;
            CREATE MATERIALIZED VIEW X_kept AS SELECT n + 1 AS m FROM t;
            CREATE FUNCTION run() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER X_fires BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION run();
            CREATE POLICY X_sees ON t USING (n > 1);
            CREATE RULE X_rule AS ON DELETE TO t DO INSTEAD NOTHING;
            CREATE PUBLICATION X_news FOR TABLE t;
            CREATE FOREIGN DATA WRAPPER X_wrapper;
            CREATE OPERATOR FAMILY X_family USING btree;
            CREATE TEXT SEARCH DICTIONARY X_words (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION X_search (PARSER = "default");
            """;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Collection<LikelyRename> likely(LoadedSchema actual, LoadedSchema desired) {
        return LikelyRenames.of(server.plumbline().gap(actual, desired)).values();
    }

    @Test
    void aHintIsProposedForEveryKindAndDoesWhatItSays() {
        LoadedSchema actual = server.declared(SCHEMA.replace("X_", "old_"));
        String renamed = SCHEMA.replaceAll("X_(\\w+)", "\"New $1\"");
        LoadedSchema desired = server.declared(renamed);

        Collection<LikelyRename> proposed = likely(actual, desired);
        assertThat(proposed)
                .hasSize(
                        (int) SCHEMA.lines().filter(line -> line.contains("X_")).count() + 1 - 2);
        String hints =
                proposed.stream().map(rename -> "-- " + rename.hint() + "\n").collect(Collectors.joining());
        LoadedSchema declared = server.declared(renamed + hints);

        assertThat(server.plumbline().gap(actual, declared).changes())
                .isNotEmpty()
                .noneSatisfy(change -> assertThat(change).isInstanceOf(Change.Missing.class))
                .noneSatisfy(change -> assertThat(change).isInstanceOf(Change.Extra.class));
        Plan plan = server.plumbline().plan(actual, declared, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        // The name of a NOT NULL is a part of its column.
        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.verb()).isIn(Verb.RENAME, Verb.ALTER));
    }

    @Test
    void theNameOfAFunctionMayLookLikeArguments() {
        String function = " (n int) RETURNS int LANGUAGE sql AS 'SELECT 1'";
        LoadedSchema actual = server.declared("CREATE FUNCTION \"(int) a\"" + function);
        LoadedSchema desired = server.declared("CREATE FUNCTION \"b (int)\"" + function);
        assertThat(likely(actual, desired))
                .singleElement()
                .satisfies(rename -> assertThat(rename.hint()).contains("\"(int) a\" to \"b (int)\""));
    }

    @Test
    void thePlanSaysAtTheDropHowToKeepWhatOnlyHasAnotherName() {
        LoadedSchema actual = server.declared("CREATE TABLE clients (id int PRIMARY KEY, n text)");
        LoadedSchema desired = server.declared("CREATE TABLE customers (id int PRIMARY KEY, n text)");
        Plan plan = server.plumbline().plan(actual, desired, new PlanOptions(false, false));
        assertThat(plan.steps().getLast().reason())
                .contains("'-- plumbline: rename table public.clients to customers'");
    }

    @Test
    void whatIsNotBeyondDoubtIsNotProposed() {
        LoadedSchema actual = server.declared("CREATE VIEW a AS SELECT 1 AS n; CREATE VIEW b AS SELECT 1 AS n");
        LoadedSchema two = server.declared("CREATE VIEW c AS SELECT 1 AS n");
        assertThat(likely(actual, two)).isEmpty();
        LoadedSchema other = server.declared("CREATE VIEW b AS SELECT 1 AS n; CREATE VIEW c AS SELECT 2 AS n");
        assertThat(likely(actual, other)).isEmpty();
    }
}
