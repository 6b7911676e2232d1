// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.FormHalves.EVERYTHING;
import static dev.plumbline.postgres.FormHalves.EXPAND;
import static dev.plumbline.postgres.FormHalves.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.source.LoadedSchema;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A column that takes another type or other values together with another name, while the application that knows the one and the one
 * that knows the other are both at work. The {@code note} of a row tells its amount in cents.
 */
class RecastColumnTest {
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final int NEWEST = 18;

    private static final String CENTS = """
            CREATE TABLE orders (id int PRIMARY KEY,
                amount int NOT NULL DEFAULT 0 CONSTRAINT positive CHECK (amount >= 0),
                note text);
            CREATE INDEX orders_by_amount ON orders (amount);
            CREATE VIEW amounts AS SELECT id, amount FROM orders;
            GRANT SELECT, INSERT (id, amount) ON orders TO app_reader;
            """;
    private static final String EUROS = """
            CREATE TABLE orders (id int PRIMARY KEY,
                -- plumbline: renamed from amount
                -- plumbline: using total / 100.0
                -- plumbline: reverse using (total * 100)::integer
                total numeric(12, 2) NOT NULL DEFAULT 0 CONSTRAINT positive CHECK (total >= 0),
                note text);
            CREATE INDEX orders_by_total ON orders (total);
            CREATE VIEW amounts AS SELECT id, total AS amount FROM orders;
            GRANT SELECT, INSERT (id, total) ON orders TO app_reader;
            """;
    private static final String WRONG = "SELECT * FROM orders WHERE amount IS DISTINCT FROM note::int"
            + " OR total IS DISTINCT FROM (note::int / 100.0)::numeric(12, 2)";
    private static final String ROWS =
            "INSERT INTO orders (id, amount, note) SELECT i, i * 7, i * 7 FROM generate_series(0, %d) i";

    private static final List<String> WRITES_CENTS = List.of(
            "INSERT INTO orders (id, amount, note) VALUES ($n, $n, $n)",
            "UPDATE orders SET amount = $n, note = $n WHERE id = $n % 5000 + 1",
            "INSERT INTO orders (id, amount, note) VALUES ($n % 5000, $n, $n)"
                    + " ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, note = excluded.note",
            "SELECT amount FROM orders WHERE amount = $n",
            "DELETE FROM orders WHERE id = $n - 300");
    private static final List<String> WRITES_EUROS = List.of(
            "INSERT INTO orders (id, total, note) VALUES ($n, $n / 100.0, $n)",
            "UPDATE orders SET total = $n / 100.0, note = $n WHERE id = $n % 5000 + 1",
            "SELECT total FROM orders WHERE total = $n");

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    /** What a statement leaves in a row: the amount and the total. */
    private static void leaves(FormHalves way, String statements, String expected) {
        way.server().run(way.live(), statements);
        assertThat(way.rows("SELECT amount, total FROM orders WHERE id = -7"))
                .as(statements)
                .containsExactly(expected);
        way.server().run(way.live(), "DELETE FROM orders WHERE id = -7");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, NEWEST})
    void bothTypesAreWrittenAndReadBetweenTheHalves(int version) {
        SERVERS.on(version, server -> {
            FormHalves way = FormHalves.on(server, CENTS, EUROS);
            server.run(way.live(), ROWS.formatted(3000));
            LoadedSchema start = server.live(way.live());
            Plan expanded = way.expand();
            assertThat(expanded.steps())
                    .as(GoldenPlan.text(expanded))
                    .anyMatch(step -> step.batch().isPresent());
            assertThat(way.rows(WRONG)).isEmpty();

            leaves(way, "INSERT INTO orders (id, amount) VALUES (-7, 1250)", "1250|12.50");
            leaves(way, "INSERT INTO orders (id, total) VALUES (-7, 12.5)", "1250|12.50");
            leaves(way, "INSERT INTO orders (id) VALUES (-7)", "0|0.00");
            leaves(
                    way,
                    "INSERT INTO orders (id, amount) VALUES (-7, 1); UPDATE orders SET total = 3 WHERE id = -7",
                    "300|3.00");
            leaves(
                    way,
                    "INSERT INTO orders (id, total) VALUES (-7, 1); UPDATE orders SET amount = 3 WHERE id = -7",
                    "3|0.03");
            leaves(
                    way,
                    "INSERT INTO orders (id, total) VALUES (-7, 1);"
                            + " INSERT INTO orders (id, total) VALUES (-7, 2.5) ON CONFLICT (id) DO UPDATE SET total = excluded.total",
                    "250|2.50");
            leaves(way, "SET ROLE app_reader; INSERT INTO orders (id, total) VALUES (-7, 2); RESET ROLE", "200|2.00");

            Plan contracted = way.contract();
            assertThat(contracted.hazards()).contains(Hazard.DATA_LOSS).doesNotContain(Hazard.IRREVERSIBLE);
            assertThat(way.rows("SELECT * FROM orders WHERE total IS DISTINCT FROM note::int / 100.0"))
                    .isEmpty();
            assertThat(way.rows(LEFT)).isEmpty();
            assertThat(way.plan(PlanOptions.DEFAULT).isEmpty()).isTrue();
            assertThat(way.plan(EXPAND).isEmpty()).isTrue();

            server.run(way.live(), "UPDATE orders SET total = 99.99, note = '9999' WHERE id = 5");
            server.plumbline().apply(contracted.back(), way.live(), EVERYTHING);
            way.isBetween();
            assertThat(way.rows(WRONG)).isEmpty();
            leaves(way, "INSERT INTO orders (id, total) VALUES (-7, 12.5)", "1250|12.50");
            server.plumbline().apply(expanded.back(), way.live(), EVERYTHING);
            assertThat(GapFinder.between(server.catalog(way.live()), start.catalog())
                            .changes())
                    .isEmpty();
        });
    }

    /** Where the server has the casts, a rename with another type says all. */
    @Test
    void aCastNeedsNoHint() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(
                    server,
                    "CREATE TABLE t (id int PRIMARY KEY, data text, code int NOT NULL UNIQUE, at timestamp);",
                    """
                    CREATE TABLE t (id int PRIMARY KEY,
                        payload jsonb, -- plumbline: renamed from data
                        label varchar(20) NOT NULL UNIQUE, -- plumbline: renamed from code
                        "Seen at" timestamptz -- plumbline: renamed from at
                    );
                    """);
            server.run(way.live(), "INSERT INTO t VALUES (1, '{\"a\": 1}', 5, '2026-01-02 03:04')");
            way.expand();
            server.run(way.live(), "UPDATE t SET data = '[1]', label = '6'");
            server.run(way.live(), "UPDATE t SET \"Seen at\" = '2026-01-02 05:04+01'");
            String row =
                    "SELECT data, payload, code, label, at, \"Seen at\" = '2026-01-02 04:04+00' FROM t WHERE id = 1";
            assertThat(way.rows(row)).containsExactly("[1]|[1]|6|6|2026-01-02 04:04:00|t");
            server.run(
                    way.live(),
                    "INSERT INTO t (id, payload, label) VALUES (2, '{\"a\":[]}', '8'), (3, 'null', '8')"
                            + " ON CONFLICT (label) DO NOTHING");
            assertThat(way.rows("SELECT id, data, code FROM t WHERE id > 1")).containsExactly("2|{\"a\": []}|8");
            way.contract();
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    /** Other values of the same type are another form, too: the running application would not know them. */
    @Test
    void valuesMayChangeAlone() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(
                    server, "CREATE TABLE t (id int PRIMARY KEY, type text NOT NULL CHECK (type IN ('P', 'B')));", """
                    CREATE TABLE t (id int PRIMARY KEY,
                        -- plumbline: renamed from type
                        -- plumbline: using CASE kind WHEN 'P' THEN 'person' ELSE 'business' END
                        -- plumbline: reverse using CASE kind WHEN 'person' THEN 'P' ELSE 'B' END
                        kind text NOT NULL CHECK (kind IN ('person', 'business')));
                    """);
            server.run(way.live(), "INSERT INTO t VALUES (1, 'P'), (2, 'B')");
            way.expand();
            server.run(way.live(), "INSERT INTO t (id, type) VALUES (3, 'P')");
            server.run(way.live(), "INSERT INTO t (id, kind) VALUES (4, 'business')");
            server.run(way.live(), "UPDATE t SET kind = 'business' WHERE id = 1");
            assertThat(way.rows("SELECT id, type, kind FROM t ORDER BY id"))
                    .containsExactly("1|B|business", "2|B|business", "3|P|person", "4|B|business");
            way.contract();
        });
    }

    /** The hint names by one name what then has two. */
    @Test
    void namesInAnExpressionAreThoseOfColumns() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(
                    server,
                    "CREATE TABLE orders (id int PRIMARY KEY, amount int, \"Cur\" text DEFAULT 'x', y timestamp);",
                    """
                    CREATE TABLE orders (id int PRIMARY KEY,
                        -- plumbline: renamed from amount
                        -- plumbline: using orders.total * "total" || ' total ' || "Currency"
                        -- plumbline: reverse using split_part(total, ' ', 1)::numeric::int / 2
                        total text,
                        -- plumbline: renamed from "Cur"
                        -- plumbline: using upper("Currency")::varchar(3)
                        -- plumbline: reverse using lower("Currency")
                        "Currency" varchar(3) DEFAULT 'X',
                        -- plumbline: renamed from y
                        -- plumbline: using extract(epoch FROM since)::int
                        -- plumbline: reverse using to_timestamp("since") AT TIME ZONE 'UTC'
                        since int);
                    """);
            server.run(way.live(), "INSERT INTO orders VALUES (1, 4, 'eur', '1970-01-02')");
            way.expand();
            String row = "SELECT amount, total, \"Cur\", \"Currency\", y, since FROM orders";
            assertThat(way.rows(row)).containsExactly("4|16 total eur|eur|EUR|1970-01-02 00:00:00|86400");
            server.run(way.live(), "UPDATE orders SET total = '18 total EUR', since = 60");
            assertThat(way.rows(row)).containsExactly("9|18 total EUR|eur|EUR|1970-01-01 00:01:00|60");
            server.run(way.live(), "UPDATE orders SET \"Cur\" = 'chf'");
            assertThat(way.rows("SELECT \"Currency\" FROM orders")).containsExactly("CHF");
            way.contract();
        });
    }

    /** The key of a table whose rows others refer to is a column like any other, for the plan of the second half. */
    @Test
    void aKeyMayTakeAnotherType() {
        SERVERS.on(NEWEST, server -> {
            String rest = "CREATE TABLE rest (id int PRIMARY KEY, t bigint REFERENCES t);\n";
            FormHalves way = FormHalves.on(
                    server,
                    "CREATE TABLE t (id int PRIMARY KEY, note text);\n" + rest,
                    "CREATE TABLE t (number bigint PRIMARY KEY, note text); -- plumbline: rename column t.id to number\n"
                            + rest);
            server.run(way.live(), "INSERT INTO t VALUES (1, 'x'); INSERT INTO rest VALUES (1, 1)");
            Plan expanded = way.expand();
            server.run(
                    way.live(),
                    "INSERT INTO t (number) VALUES (2), (1) ON CONFLICT (number) DO UPDATE SET note = 'y';"
                            + " INSERT INTO rest VALUES (2, 2)");
            assertThat(way.rows("SELECT id, number, note FROM t ORDER BY id")).containsExactly("1|1|y", "2|2|null");
            Plan contract = way.plan(PlanOptions.DEFAULT);
            assertThat(contract.hazards())
                    .as(GoldenPlan.text(contract))
                    .doesNotContain(Hazard.REWRITE, Hazard.BLOCKING_SCAN);
            way.apply(contract);
            assertThat(way.rows("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 't'::regclass"))
                    .containsExactly("t_pkey");
            server.plumbline().apply(contract.back(), way.live(), EVERYTHING);
            way.isBetween();
            way.apply(way.plan(PlanOptions.DEFAULT));
            assertThat(expanded.reverse()).isNotEmpty();
            assertThat(way.rows("SELECT number FROM t ORDER BY number")).containsExactly("1", "2");
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    @Test
    void theSecondHalfNeedsNoHint() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, CENTS, EUROS);
            server.run(way.live(), ROWS.formatted(3));
            way.expand();
            server.run(way.live(), "UPDATE orders SET total = 2.5 WHERE id = 1");
            FormHalves without = new FormHalves(server, way.live(), EUROS.replaceAll("(?m)^ *-- plumbline.*\n", ""));
            without.contract();
            assertThat(way.rows("SELECT total FROM orders WHERE id = 1")).containsExactly("2.50");
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    @Test
    void whatIsGivenUpLeavesNothing() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, CENTS, EUROS);
            server.run(way.live(), ROWS.formatted(3));
            way.expand();
            server.run(way.live(), "UPDATE orders SET total = 2.5 WHERE id = 1");
            FormHalves back = new FormHalves(server, way.live(), CENTS);
            back.apply(back.plan(PlanOptions.DEFAULT));
            assertThat(way.rows("SELECT amount FROM orders WHERE id = 1")).containsExactly("250");
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    /** A twin that stands already has the old type, and goes its way to the end. */
    @Test
    void aRenameThatIsUnderWayGoesOnAsItBegan() {
        SERVERS.on(NEWEST, server -> {
            FormHalves twin = FormHalves.on(
                    server,
                    CENTS,
                    CENTS.replace("amount int", "\n-- plumbline: renamed from amount\ntotal int")
                            .replace("(amount", "(total")
                            .replace("id, amount", "id, total"));
            server.run(twin.live(), ROWS.formatted(3));
            twin.apply(twin.plan(EXPAND));
            FormHalves way = new FormHalves(server, twin.live(), EUROS);
            Plan again = way.plan(EXPAND);
            assertThat(again.isEmpty()).as(GoldenPlan.text(again)).isTrue();
            way.apply(way.plan(PlanOptions.DEFAULT));
            assertThat(way.rows("SELECT total FROM orders WHERE id = 1")).containsExactly("0.07");
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    /** With the same plan and with one made anew, from each commit of both halves. */
    @ParameterizedTest
    @ValueSource(ints = {NEWEST, 14})
    void whereverAHalfStopsTheNextRunGoesOn(int version) {
        SERVERS.on(version, server -> {
            FormHalves fresh = FormHalves.on(server, CENTS, EUROS);
            server.run(fresh.live(), ROWS.formatted(2));
            Plan expand = fresh.plan(EXPAND);
            for (Checkpoint stop :
                    expand.checkpoints().subList(0, expand.checkpoints().size() - 1)) {
                for (boolean kept : new boolean[] {true, false}) {
                    FormHalves way = new FormHalves(server, server.copy(fresh.live(), "recast_stopped"), EUROS);
                    server.plumbline().apply(StoppedTechniqueTest.until(stop, expand), way.live(), EVERYTHING);
                    server.run(way.live(), "UPDATE orders SET amount = 50, note = 50 WHERE id = 1");
                    server.run(way.live(), "INSERT INTO orders (id, amount, note) VALUES (9, 3, 3)");
                    way.apply(kept ? expand : way.plan(EXPAND));
                    way.isBetween();
                    assertThat(way.rows(WRONG)).isEmpty();
                    assertThat(way.rows("SELECT count(*) FROM orders")).containsExactly("4");
                }
            }
            fresh.apply(expand);
            server.run(fresh.live(), "UPDATE orders SET total = 1.25, note = 125 WHERE id = 2");
            Plan contract = fresh.plan(PlanOptions.DEFAULT);
            for (Checkpoint stop :
                    contract.checkpoints().subList(0, contract.checkpoints().size() - 1)) {
                for (boolean kept : new boolean[] {true, false}) {
                    FormHalves way = new FormHalves(server, server.copy(fresh.live(), "recast_stopped"), EUROS);
                    server.plumbline().apply(StoppedTechniqueTest.until(stop, contract), way.live(), EVERYTHING);
                    server.run(way.live(), "UPDATE orders SET total = 0.5 WHERE id = 1");
                    way.apply(kept ? contract : way.plan(PlanOptions.DEFAULT));
                    assertThat(way.rows("SELECT total FROM orders ORDER BY id"))
                            .containsExactly("0.00", "0.50", "1.25");
                    assertThat(way.rows(LEFT)).isEmpty();
                }
            }
        });
    }

    /** The old application from the begin, the new one between the halves; both write the same rows all the time. */
    @Test
    void noStatementOfEitherApplicationFails() throws Exception {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, CENTS, EUROS);
            server.run(way.live(), ROWS.formatted(5000));
            way.underTraffic("orders", WRITES_CENTS, WRITES_EUROS, WRONG);
            assertThat(way.rows(
                            "SELECT * FROM orders WHERE total IS DISTINCT FROM (note::int / 100.0)::numeric(12, 2)"))
                    .isEmpty();
            assertThat(way.rows(LEFT)).isEmpty();
        });
    }

    /** Between the halves a gap names the two forms, and not the rename that is no rename. */
    @Test
    void aGapNamesWhatIsUnderWay() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(server, CENTS, EUROS);
            way.expand();
            Gap gap = server.plumbline().gap(server.live(way.live()), server.declared(EUROS));
            assertThat(gap.information()).noneMatch(note -> note.contains("is not renamed"));
            Plan contract = way.plan(PlanOptions.DEFAULT);
            assertThat(contract.notes()).noneMatch(note -> note.contains("is not renamed"));
            assertThat(contract.steps())
                    .flatExtracting(Step::statements)
                    .noneMatch(sql -> sql.contains("RENAME COLUMN"));
        });
    }
}
