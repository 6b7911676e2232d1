// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.FormHalves.EVERYTHING;
import static dev.plumbline.postgres.FormHalves.EXPAND;
import static dev.plumbline.postgres.FormHalves.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Discrepancy;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.HealthFacts;
import dev.plumbline.gap.Reason;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.LoadedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columns that are split and merged while the application which writes the old ones and the one which writes the new ones are both
 * at work: between the two halves each reads what the other wrote, no statement of either is refused, and what one writes nobody
 * writes over. The {@code note} of a row tells what its values are.
 */
class SecondFormTest {
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final int NEWEST = 18;

    private static final String WHOLE = """
            CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, note text);
            CREATE INDEX people_by_name ON people (name);
            CREATE VIEW names AS SELECT id, name FROM people;
            GRANT SELECT ON people TO app_reader;
            """;
    private static final String SPLIT = """
            CREATE FUNCTION part(whole text, n int) RETURNS text LANGUAGE sql IMMUTABLE
                AS $f$ SELECT nullif(split_part(whole, ' ', n), '') $f$;
            CREATE TABLE people (id int PRIMARY KEY,
                first_name varchar(80) NOT NULL DEFAULT 'N.' CHECK (first_name <> ''), -- plumbline: using public.part(name, 1)
                last_name text, -- plumbline: using public.part(name, 2)
                note text);
            CREATE INDEX people_by_name ON people (last_name, first_name);
            CREATE UNIQUE INDEX people_last ON people (lower(last_name), id);
            CREATE VIEW names AS SELECT id, first_name AS name FROM people;
            GRANT SELECT ON people TO app_reader;
            GRANT UPDATE (last_name) ON people TO app_reader;
            -- plumbline: reverse column people.name using first_name || coalesce(' ' || last_name, '')
            """;
    private static final String PARTS = """
            CREATE TABLE people (id int PRIMARY KEY, first_name text NOT NULL, last_name text DEFAULT 'X', note text);
            CREATE INDEX people_by_name ON people (last_name, first_name);
            """;
    private static final String MERGED = """
            CREATE TABLE people (id int PRIMARY KEY,
                name text NOT NULL, -- plumbline: using first_name || coalesce(' ' || last_name, '')
                note text);
            CREATE INDEX people_by_name ON people (name);
            -- plumbline: reverse column people.first_name using split_part(name, ' ', 1)
            -- plumbline: reverse column people.last_name using nullif(split_part(name, ' ', 2), '')
            """;
    private static final String ROWS =
            "INSERT INTO people SELECT i, %s, 'Given Family' || i FROM generate_series(0, %d) i";
    private static final String WRONG =
            "SELECT * FROM people WHERE name IS DISTINCT FROM note OR (first_name, last_name)"
                    + " IS DISTINCT FROM (split_part(note, ' ', 1), nullif(split_part(note, ' ', 2), ''))";
    private static final List<String> WRITES_NAME = List.of(
            "INSERT INTO people (id, name, note) VALUES ($n, 'Given$n Family$n', 'Given$n Family$n')",
            "UPDATE people SET name = 'Other$n', note = 'Other$n' WHERE id = $n % 5000 + 1",
            "INSERT INTO people (id, name, note) VALUES ($n % 5000, 'Third$n Family', 'Third$n Family')"
                    + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, note = excluded.note",
            "SELECT name FROM people WHERE id = $n % 5000",
            "DELETE FROM people WHERE id = $n - 300");
    private static final List<String> WRITES_PARTS = List.of(
            "INSERT INTO people (id, first_name, last_name, note) VALUES ($n, 'Given$n', 'Family$n', 'Given$n Family$n')",
            "UPDATE people SET first_name = 'Other$n', last_name = NULL, note = 'Other$n' WHERE id = $n % 5000 + 1",
            "UPDATE people SET last_name = 'F$n', note = first_name || ' F$n' WHERE id = $n % 5000 + 7",
            "SELECT first_name FROM people WHERE id = $n % 5000");

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    private static String one(boolean split, int id, String first, String last) {
        return "INSERT INTO people (id, " + (split ? "name" : "first_name, last_name") + ", note) VALUES (" + id + ", "
                + (split ? "'" + first + " " + last + "'" : "'" + first + "', '" + last + "'") + ", '" + first + " "
                + last + "');";
    }

    /** What a statement leaves in row 7: name, first name and last name. */
    private static void leaves(FormHalves way, String statements, String expected) {
        try (Connection connection = way.live().open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(statements);
            try (ResultSet row = statement.executeQuery(
                    "SELECT concat_ws('|', name, first_name, coalesce(last_name, '-')) FROM people WHERE id = 7")) {
                assertThat(row.next()).as(statements).isTrue();
                assertThat(row.getString(1)).as(statements).isEqualTo(expected);
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, NEWEST})
    void aSplitIsWrittenInBothForms(int version) {
        SERVERS.on(version, server -> {
            FormHalves way = FormHalves.on(server, WHOLE, SPLIT);
            server.run(way.live(), ROWS.formatted("'Given Family' || i", 3));
            LoadedSchema start = server.live(way.live());
            Plan expanded = way.expand();
            assertThat(way.rows(WRONG)).isEmpty();
            assertThat(
                            way.rows(
                                    "SELECT indexrelid::regclass FROM pg_index WHERE indexrelid::regclass::text = 'people_last'"))
                    .hasSize(1);

            String there = "INSERT INTO people (id, name) VALUES (7, 'Ada Lovelace'); ";
            leaves(way, there, "Ada Lovelace|Ada|Lovelace");
            leaves(way, "INSERT INTO people (id, name) VALUES (7, 'Plato')", "Plato|Plato|-");
            leaves(
                    way,
                    "INSERT INTO people (id, first_name, last_name) VALUES (7, 'Ada', 'King')",
                    "Ada King|Ada|King");
            leaves(way, "INSERT INTO people (id, first_name) VALUES (7, 'Plato')", "Plato|Plato|-");
            // The defaults of the new application are its own, and the old column could not have been left out.
            leaves(way, "INSERT INTO people (id, last_name) VALUES (7, 'King')", "N. King|N.|King");
            leaves(way, "INSERT INTO people (id) VALUES (7)", "N.|N.|-");
            leaves(way, "INSERT INTO people (id, name, first_name) VALUES (7, 'Ada L', 'Augusta')", "Ada L|Augusta|-");
            leaves(way, there + "UPDATE people SET name = 'Ada King' WHERE id = 7", "Ada King|Ada|King");
            leaves(way, there + "UPDATE people SET last_name = 'King' WHERE id = 7", "Ada King|Ada|King");
            leaves(way, there + "UPDATE people SET last_name = NULL WHERE id = 7", "Ada|Ada|-");
            leaves(way, there + "UPDATE people SET note = 'x', name = name WHERE id = 7", "Ada Lovelace|Ada|Lovelace");
            leaves(way, there + "UPDATE people SET name = 'A B', last_name = 'C' WHERE id = 7", "A B|Ada|C");
            // What the old column cannot hold is not lost where nobody writes the old column.
            String lossy = there + "UPDATE people SET first_name = 'Ada Augusta' WHERE id = 7; ";
            leaves(way, lossy, "Ada Augusta Lovelace|Ada Augusta|Lovelace");
            leaves(
                    way,
                    lossy + "UPDATE people SET note = 'x' WHERE id = 7",
                    "Ada Augusta Lovelace|Ada Augusta|Lovelace");
            leaves(
                    way,
                    there + there.replace("; ", " ON CONFLICT (id) DO UPDATE SET name = 'On Conflict'"),
                    "On Conflict|On|Conflict");
            leaves(
                    way,
                    there + "INSERT INTO people (id, first_name) VALUES (7, 'X') ON CONFLICT (id)"
                            + " DO UPDATE SET first_name = excluded.first_name",
                    "X Lovelace|X|Lovelace");
            leaves(
                    way,
                    there
                            + "SET LOCAL session_replication_role = replica; UPDATE people SET name = 'R S'; RESET session_replication_role",
                    "R S|R|S");
            leaves(
                    way,
                    there + "SET LOCAL ROLE app_reader; UPDATE people SET last_name = 'King' WHERE id = 7; RESET ROLE",
                    "Ada King|Ada|King");

            server.run(
                    way.live(),
                    "UPDATE people SET first_name = 'Given Given', note = 'Given Given Family2' WHERE id = 2");
            Plan contracted = way.contract();
            assertThat(contracted.hazards()).contains(Hazard.DATA_LOSS).doesNotContain(Hazard.IRREVERSIBLE);
            assertThat(contracted.reverse())
                    .as(GoldenPlan.text(contracted))
                    .anyMatch(step -> step.batch().isPresent());
            assertThat(way.rows("SELECT first_name, last_name FROM people ORDER BY id"))
                    .containsExactly("Given|Family0", "Given|Family1", "Given Given|Family2", "Given|Family3");
            assertThat(way.rows(LEFT)).isEmpty();
            assertThat(way.plan(PlanOptions.DEFAULT).isEmpty()).isTrue();

            server.plumbline().apply(contracted.back(), way.live(), EVERYTHING);
            way.isBetween();
            assertThat(way.rows("SELECT name FROM people ORDER BY id"))
                    .containsExactly("Given Family0", "Given Family1", "Given Given Family2", "Given Family3");
            leaves(way, there + "UPDATE people SET last_name = 'King' WHERE id = 7", "Ada King|Ada|King");
            server.plumbline().apply(expanded.back(), way.live(), EVERYTHING);
            assertThat(GapFinder.between(server.catalog(way.live()), start.catalog())
                            .changes())
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {14, NEWEST})
    void aMergeIsWrittenInBothForms(int version) {
        SERVERS.on(version, server -> {
            FormHalves way = FormHalves.on(server, PARTS, MERGED);
            server.run(way.live(), ROWS.formatted("'Given', 'Family' || i", 3));
            Plan expanded = way.expand();
            assertThat(way.rows(WRONG)).isEmpty();
            leaves(way, "INSERT INTO people (id, first_name, last_name) VALUES (7, 'A', 'B')", "A B|A|B");
            leaves(way, "INSERT INTO people (id, first_name) VALUES (7, 'A')", "A X|A|X");
            leaves(way, "INSERT INTO people (id, name) VALUES (7, 'A B')", "A B|A|B");
            leaves(
                    way,
                    "INSERT INTO people (id, name) VALUES (7, 'A'); UPDATE people SET last_name = 'B' WHERE id = 7",
                    "A B|A|B");
            leaves(
                    way,
                    "INSERT INTO people (id, first_name) VALUES (7, 'A'); UPDATE people SET name = 'C' WHERE id = 7",
                    "C|C|-");
            Plan contracted = way.contract();
            server.plumbline().apply(contracted.back(), way.live(), EVERYTHING);
            assertThat(way.rows(WRONG)).isEmpty();
            server.plumbline().apply(expanded.back(), way.live(), EVERYTHING);
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    /** Each of two pairs by itself; and a column that stays, from which the second form is computed as well. */
    @Test
    void whatHasNothingToDoWithEachOtherIsKeptApart() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(
                    server,
                    "CREATE TABLE t (id int PRIMARY KEY, country int NOT NULL, phone text, \"odd 'name'\" int DEFAULT 3, found boolean, seen_at bigint);",
                    """
                    CREATE TABLE t (id int PRIMARY KEY, country int NOT NULL,
                        number text, -- plumbline: using '+' || country || ' ' || phone
                        even int NOT NULL, -- plumbline: using "odd 'name'" * 2
                        missing boolean NOT NULL, -- plumbline: using coalesce(NOT found, true)
                        seen timestamptz NOT NULL DEFAULT now() -- plumbline: using to_timestamp(seen_at)
                    );
                    -- plumbline: reverse column t.phone using split_part(number, ' ', 2)
                    -- plumbline: reverse column t."odd 'name'" using even / 2
                    -- plumbline: reverse column t.found using NOT missing
                    -- plumbline: reverse column t.seen_at using extract(epoch FROM seen)::bigint
                    """);
            server.run(way.live(), "INSERT INTO t VALUES (1, 49, '12', 7, true, 5)");
            way.expand();
            String row = "SELECT country, phone, number, \"odd 'name'\", even, found, missing FROM t";
            assertThat(way.rows(row)).containsExactly("49|12|+49 12|7|14|t|f");
            server.run(way.live(), "UPDATE t SET phone = '13', even = 20");
            assertThat(way.rows(row)).containsExactly("49|13|+49 13|10|20|t|f");
            server.run(way.live(), "UPDATE t SET country = 43, missing = true");
            assertThat(way.rows(row)).containsExactly("43|13|+43 13|10|20|f|t");
            // It is not what the expression makes of the others any more, and would be lost.
            server.run(way.live(), "UPDATE t SET number = '0043 14'; UPDATE t SET country = 44");
            assertThat(way.rows(row)).containsExactly("44|14|0043 14|10|20|f|t");
            server.run(
                    way.live(),
                    "SET TimeZone = 'Asia/Tokyo'; INSERT INTO t (id, country, seen_at) VALUES (2, 1, 86400);"
                            + " INSERT INTO t (id, country, number) VALUES (3, 1, '+1 2'); RESET TimeZone");
            assertThat(way.rows("SELECT id, phone, seen_at < 86401, seen < 'now' FROM t WHERE id > 1 ORDER BY id"))
                    .containsExactly("2|null|t|t", "3|2|f|t");
            way.contract();
        });
    }

    /** Of a table that has nothing to do with the other; each is what it would be by itself. */
    @Test
    void aRenameGoesTogetherWithASplit() {
        SERVERS.on(NEWEST, server -> {
            String other = "CREATE TABLE t (id int PRIMARY KEY, %s text UNIQUE);\n";
            FormHalves way = FormHalves.on(
                    server,
                    other.formatted("mail") + WHOLE,
                    other.formatted("\n-- plumbline: renamed from mail\nemail") + SPLIT);
            server.run(way.live(), "INSERT INTO t VALUES (1, 'm'); " + one(true, 1, "A", "B"));
            LoadedSchema start = server.live(way.live());
            Plan expanded = way.plan(EXPAND);
            assertThat(expanded.notes())
                    .anyMatch(note -> note.contains("goes by email too"))
                    .anyMatch(note -> note.contains("follow each other"));
            way.apply(expanded);
            server.run(way.live(), "UPDATE t SET email = 'e'; UPDATE people SET last_name = 'C'");
            assertThat(way.rows("SELECT mail, name FROM t, people")).containsExactly("e|A C");
            Plan contracted = way.plan(PlanOptions.DEFAULT);
            assertThat(contracted.notes())
                    .filteredOn(note -> note.startsWith("Apply this only when nothing uses "))
                    .hasSize(2);
            way.apply(contracted);
            assertThat(way.rows(LEFT)).isEmpty();
            server.plumbline().apply(contracted.back(), way.live(), EVERYTHING);
            server.plumbline().apply(expanded.back(), way.live(), EVERYTHING);
            assertThat(GapFinder.between(server.catalog(way.live()), start.catalog())
                            .changes())
                    .isEmpty();
        });
    }

    /** Its text is what the trigger calls until it goes. */
    @Test
    void whatTheExpressionsCallGoesWithTheTrigger() {
        SERVERS.on(NEWEST, server -> {
            String part =
                    "CREATE FUNCTION a_part(w text, n int) RETURNS text LANGUAGE sql AS 'SELECT split_part(w, '' '', n)';\n";
            String table = "CREATE TABLE z (id int PRIMARY KEY, %s);\n";
            FormHalves way = FormHalves.on(
                    server,
                    part + table.formatted("name text"),
                    part
                            + table.formatted("\n-- plumbline: using public.a_part(name, 1)\nfirst_name text NOT NULL")
                            + "-- plumbline: reverse column z.name using first_name");
            server.run(way.live(), "INSERT INTO z VALUES (1, 'A B')");
            way.expand();
            FormHalves later = new FormHalves(server, way.live(), way.desired().replace(part, ""));
            Plan plan = later.plan(PlanOptions.DEFAULT);
            List<String> statements = plan.steps().stream()
                    .flatMap(step -> step.statements().stream())
                    .toList();
            assertThat(statements.indexOf("DROP FUNCTION public.a_part(text, integer)"))
                    .as(GoldenPlan.text(plan))
                    .isGreaterThan(statements.indexOf("ALTER TABLE public.z DROP COLUMN name"));
            later.apply(plan);
        });
    }

    @Test
    void ownersMayBeComparedToo() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, WHOLE, SPLIT);
            Plumbline comparing = server.plumbline().comparingOwners(true);
            LoadedSchema desired = server.declared(SPLIT);
            Plan expand = comparing.plan(server.live(way.live()), desired, EXPAND);
            assertThat(expand.proof().orElseThrow().problems())
                    .as(GoldenPlan.text(expand))
                    .isEmpty();
            assertThat(comparing.apply(expand, way.live(), EVERYTHING).reachedDesired())
                    .isTrue();
            assertThat(comparing.plan(server.live(way.live()), desired, EXPAND).isEmpty())
                    .isTrue();
            Plan contract = comparing.plan(server.live(way.live()), desired, PlanOptions.DEFAULT);
            assertThat(contract.proof().orElseThrow().problems())
                    .as(GoldenPlan.text(contract))
                    .isEmpty();
            assertThat(comparing.apply(contract, way.live(), EVERYTHING).reachedDesired())
                    .isTrue();
        });
    }

    @Test
    void anInsertThatLeavesTheOldColumnOutIsNotSaidToFail() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, WHOLE, SPLIT);
            way.expand();
            GapAnalysis analysis = GapAnalysis.of(
                    server.plumbline().gap(server.live(way.live()), server.declared(SPLIT)), HealthFacts.NONE);
            assertThat(analysis.discrepancies())
                    .filteredOn(one -> one.key().name().equals("name"))
                    .flatExtracting(Discrepancy::reasons)
                    .extracting(Reason::text)
                    .contains("inserts that leave name out have it computed from first_name, last_name, and fail only"
                            + " where that is null")
                    .noneMatch(text -> text.endsWith(" out fail"));
            server.run(way.live(), "INSERT INTO people (id, first_name, last_name) VALUES (7, 'A', 'B')");
            assertThat(way.rows("SELECT name FROM people WHERE id = 7")).containsExactly("A B");
        });
    }

    @Test
    void whatIsGivenUpLeavesNothing() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, WHOLE, SPLIT);
            server.run(way.live(), one(true, 1, "A", "B"));
            way.expand();
            server.run(way.live(), "UPDATE people SET last_name = 'C' WHERE id = 1");
            FormHalves back = new FormHalves(server, way.live(), WHOLE);
            Gap gap = server.plumbline().gap(server.live(way.live()), server.declared(WHOLE));
            assertThat(gap.changes()).hasAtLeastOneElementOfType(Change.Extra.class);
            assertThat(gap.information()).anyMatch(note -> note.endsWith("the second is no longer wanted"));
            Plan plan = back.plan(PlanOptions.DEFAULT);
            assertThat(plan.hazards()).contains(Hazard.DATA_LOSS);
            back.apply(plan);
            assertThat(way.rows("SELECT name FROM people")).containsExactly("A C");
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    @Test
    void aColumnThatIsKeptInTheTrashGoesThereWhenTheTriggerEnds() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, WHOLE, SPLIT);
            server.run(way.live(), one(true, 1, "A", "B"));
            way.expand();
            Plan plan = way.contract(PlanOptions.DEFAULT.keeping(Duration.ofDays(3)));
            assertThat(plan.hazards()).doesNotContain(Hazard.DATA_LOSS);
            assertThat(way.rows("SELECT first_name, last_name FROM people")).containsExactly("A|B");
        });
    }

    /** With the same plan and with one made anew, from each commit of both halves. */
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void whereverAHalfStopsTheNextRunGoesOn(int version) {
        SERVERS.on(version, server -> {
            FormHalves fresh = FormHalves.on(server, WHOLE, SPLIT);
            server.run(fresh.live(), one(true, 1, "A", "B") + one(true, 2, "C", "D"));
            Plan expand = fresh.plan(EXPAND);
            List<Checkpoint> stops = expand.checkpoints();
            for (Checkpoint stop : stops.subList(0, stops.size() - 1)) {
                for (boolean kept : new boolean[] {true, false}) {
                    FormHalves way = new FormHalves(server, server.copy(fresh.live(), "forms_stopped"), SPLIT);
                    server.plumbline().apply(StoppedTechniqueTest.until(stop, expand), way.live(), EVERYTHING);
                    server.run(
                            way.live(),
                            "UPDATE people SET name = 'E F', note = 'E F' WHERE id = 1;" + one(true, 3, "G", "H"));
                    way.apply(kept ? expand : way.plan(EXPAND));
                    way.isBetween();
                    assertThat(way.rows(WRONG)).isEmpty();
                    assertThat(way.rows("SELECT count(*) FROM people")).containsExactly("3");
                }
            }
            fresh.apply(expand);
            Plan contract = fresh.plan(PlanOptions.DEFAULT);
            List<Checkpoint> later = contract.checkpoints();
            for (Checkpoint stop : later.subList(0, later.size() - 1)) {
                for (boolean kept : new boolean[] {true, false}) {
                    FormHalves way = new FormHalves(server, server.copy(fresh.live(), "forms_stopped"), SPLIT);
                    server.plumbline().apply(StoppedTechniqueTest.until(stop, contract), way.live(), EVERYTHING);
                    server.run(way.live(), "UPDATE people SET first_name = 'E E' WHERE id = 1");
                    way.apply(kept ? contract : way.plan(PlanOptions.DEFAULT));
                    assertThat(way.rows("SELECT first_name, last_name FROM people ORDER BY id"))
                            .containsExactly("E E|B", "C|D");
                    assertThat(way.rows(LEFT)).isEmpty();
                }
            }
        });
    }

    @Test
    void aKilledFillGoesOn() throws Exception {
        Path file = Files.writeString(folder.resolve("desired.sql"), SPLIT);
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, WHOLE.replace("people", "t"), SPLIT.replace("people", "t"));
            Files.writeString(file, SPLIT.replace("people", "t"));
            server.run(way.live(), ROWS.formatted("'Given Family' || i", 60000).replace("people", "t"));
            InterruptedRun run =
                    InterruptedRun.expanding(server.embedded().url(way.live().databaseName()), file);
            run.go();
            run.killWhileItFills("first_name_plumbline_new", server, way.live());
            server.run(way.live(), "UPDATE t SET name = 'Old Name', note = name WHERE id = 60000");
            server.run(way.live(), "UPDATE t SET note = name WHERE id = 60000");
            way.apply(way.plan(EXPAND));
            assertThat(way.rows(WRONG.replace("people", "t"))).isEmpty();
            assertThat(way.rows("SELECT count(*), count(first_name) FROM t")).containsExactly("60001|60001");
        });
    }

    /** The old application from the begin, the new one between the halves; both write the same rows all the time. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noStatementOfEitherApplicationFails(boolean split) throws Exception {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, split ? WHOLE : PARTS, split ? SPLIT : MERGED);
            server.run(way.live(), ROWS.formatted(split ? "'Given Family' || i" : "'Given', 'Family' || i", 5000));
            way.underTraffic("people", split ? WRITES_NAME : WRITES_PARTS, split ? WRITES_PARTS : WRITES_NAME, WRONG);
            String wrong = split
                    ? "(first_name, last_name) IS DISTINCT FROM (split_part(note, ' ', 1), nullif(split_part(note, ' ', 2), ''))"
                    : "name IS DISTINCT FROM note";
            assertThat(way.rows("SELECT * FROM people WHERE " + wrong)).isEmpty();
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }
}
