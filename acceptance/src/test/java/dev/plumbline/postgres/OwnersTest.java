// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.report.JsonReports;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** To whom objects belong after a plan has made them again, run by a superuser and by others. */
class OwnersTest {
    private static final ApplyOptions EVERYTHING = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));

    /** A column under everything that has an owner of its own and works with that owner's rights. */
    private static final String SCHEMA = """
            CREATE SCHEMA app AUTHORIZATION app_owner;
            GRANT USAGE ON SCHEMA app TO app_reader, app_writer;
            GRANT CREATE ON SCHEMA app TO app_writer;
            CREATE TABLE app.orders (id serial PRIMARY KEY, total %1$s NOT NULL);
            ALTER TABLE app.orders OWNER TO app_owner;
            GRANT SELECT ON app.orders TO app_writer;
            ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;
            CREATE POLICY large ON app.orders FOR SELECT TO app_writer USING (total > 10);
            CREATE VIEW app.totals AS SELECT total FROM app.orders;
            ALTER VIEW app.totals OWNER TO app_writer;
            GRANT SELECT ON app.totals TO app_reader;
            CREATE MATERIALIZED VIEW app.sums AS SELECT sum(total) AS total FROM app.totals;
            ALTER MATERIALIZED VIEW app.sums OWNER TO app_writer;
            REVOKE DELETE ON app.sums FROM app_writer;
            CREATE FUNCTION app.largest() RETURNS %1$s LANGUAGE sql SECURITY DEFINER
                AS 'SELECT max(total) FROM app.orders';
            ALTER FUNCTION app.largest() OWNER TO app_owner;
            REVOKE ALL ON FUNCTION app.largest() FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION app.largest() TO app_reader;
            """;

    private static final String ROWS = "INSERT INTO app.orders (total) VALUES (5), (20), (30)";

    /** Everything that says whose something is and what others may do with it, grantors included. */
    private static final List<String> RIGHTS = List.of(
            "SELECT c.relname, c.relowner::regrole, c.relacl FROM pg_class c"
                    + " WHERE c.relnamespace = 'app'::regnamespace ORDER BY 1",
            "SELECT p.proname, p.proowner::regrole, p.proacl FROM pg_proc p"
                    + " WHERE p.pronamespace = 'app'::regnamespace ORDER BY 1",
            "SELECT a.attname, a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                    + " WHERE c.relnamespace = 'app'::regnamespace AND a.attacl IS NOT NULL ORDER BY 1");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
        server.run(
                server.url("postgres"),
                "CREATE ROLE \"Deploy er\" LOGIN PASSWORD 'secret' CREATEDB; GRANT app_owner, app_writer TO \"Deploy er\";"
                        + " CREATE ROLE limited LOGIN PASSWORD 'secret';"
                        + " GRANT app_owner TO limited; GRANT app_writer TO limited WITH SET FALSE");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DatabaseUrl as(String role, String database) {
        return DatabaseUrl.parse("postgres://%s:secret@127.0.0.1:%d/%s"
                .formatted(role.replace(" ", "%20"), server.embedded().port(), database));
    }

    private static DatabaseUrl live(String name) {
        DatabaseUrl url = server.database(name, SCHEMA.formatted("integer"));
        server.run(url, ROWS);
        return url;
    }

    private static LoadedSchema desired() {
        return server.declared(SCHEMA.formatted("numeric"));
    }

    private static Plan plan(DatabaseUrl url) {
        Plan plan = server.plumbline().plan(server.live(url), desired(), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        return plan;
    }

    private static List<List<String>> rights(DatabaseUrl url) {
        return RIGHTS.stream().map(query -> server.rows(url, query)).toList();
    }

    @Test
    void aSuperuserAndAMemberGiveBackWhatTheyMakeAgain() {
        for (String role : List.of("postgres", "Deploy er")) {
            DatabaseUrl admin = live("live");
            List<List<String>> before = rights(admin);
            List<String> answers = asReader(admin);
            DatabaseUrl url = role.equals("postgres") ? admin : as(role, "live");

            Plan plan = plan(url);
            assertThat(server.plumbline().apply(plan, url, EVERYTHING).reachedDesired())
                    .isTrue();

            assertThat(rights(admin)).as(role).isEqualTo(before);
            assertThat(asReader(admin)).as(role).isEqualTo(answers).containsExactly("30", "2", "50");

            server.plumbline().apply(plan.back(), url, new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true));
            assertThat(rights(admin)).as(role).isEqualTo(before);
        }
    }

    /** What a reader gets through the function and the views, each of which works with its owner's rights. */
    private static List<String> asReader(DatabaseUrl url) {
        server.run(
                url,
                "DROP TABLE IF EXISTS public.answers; CREATE TABLE public.answers (place int, answer text);"
                        + " GRANT ALL ON public.answers TO PUBLIC; GRANT SELECT ON app.sums TO app_reader;"
                        + " SET ROLE app_writer; REFRESH MATERIALIZED VIEW app.sums; SET ROLE app_reader;"
                        + " INSERT INTO public.answers VALUES (1, app.largest()::text),"
                        + " (2, (SELECT count(*) FROM app.totals)::text), (3, (SELECT total FROM app.sums)::text);"
                        + " RESET ROLE; REVOKE SELECT ON app.sums FROM app_reader");
        List<String> answers = server.rows(url, "SELECT answer FROM public.answers ORDER BY place");
        server.run(url, "DROP TABLE public.answers");
        return answers;
    }

    @Test
    void aLoginThatMayNotGiveIsRefusedBeforeAnythingIsTouched() {
        DatabaseUrl admin = live("live");
        DatabaseUrl limited = as("limited", "live");
        String fingerprint = server.catalog(admin).fingerprint().hex();
        Plan plan = plan(limited);

        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, limited, EVERYTHING))
                .withMessageContaining("'app_writer', which 'limited' may not act as")
                .withMessageContaining("Nothing was changed")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED))
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("GRANT app_writer TO limited"));
        assertThat(server.catalog(admin).fingerprint().hex()).isEqualTo(fingerprint);
    }

    @Test
    void anOwnerWhoMayNotCreateInTheSchemaIsNamed() {
        DatabaseUrl admin = live("live");
        server.run(admin, "REVOKE CREATE ON SCHEMA app FROM app_writer");
        DatabaseUrl deployer = as("Deploy er", "live");
        LoadedSchema wanted =
                server.declared(SCHEMA.formatted("numeric") + "REVOKE CREATE ON SCHEMA app FROM app_writer;");
        Plan plan = server.plumbline().plan(server.live(deployer), wanted, PlanOptions.DEFAULT);

        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, deployer, EVERYTHING))
                .withMessageContaining("'app_writer', which may not create in the schema app")
                .satisfies(
                        e -> assertThat(e.advice().orElseThrow()).contains("GRANT CREATE ON SCHEMA app TO app_writer"));
        // A superuser gives what it likes to whom it likes.
        assertThat(server.plumbline().apply(plan, admin, EVERYTHING).reachedDesired())
                .isTrue();
    }

    @Test
    void aPlanOfTheOwnerIsNotAppliedByAnother() {
        DatabaseUrl admin = server.database(
                "live",
                "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t;"
                        + "GRANT ALL ON SCHEMA public TO PUBLIC");
        server.run(admin, "ALTER TABLE t OWNER TO \"Deploy er\"; ALTER VIEW v OWNER TO \"Deploy er\"");
        LoadedSchema wanted = server.declared(
                "CREATE TABLE t (a bigint); CREATE VIEW v AS SELECT a FROM t; GRANT ALL ON SCHEMA public TO PUBLIC");
        DatabaseUrl owner = as("Deploy er", "live");
        Plan plan = server.plumbline().plan(server.live(owner), wanted, PlanOptions.DEFAULT);
        assertThat(GoldenPlan.text(plan)).doesNotContain("OWNER TO");

        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, admin, EVERYTHING))
                .withMessageContaining("makes view public.v again, which belongs to the role 'Deploy er'")
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("Apply the plan as 'Deploy er'"));
        assertThat(server.plumbline().apply(plan, owner, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(server.rows(admin, "SELECT relowner::regrole FROM pg_class WHERE relname = 'v'"))
                .containsExactly("\"Deploy er\"");
    }

    /** The scratch databases of a login that is no superuser do without owners: the rest of the plan is proven all the same. */
    @Test
    void aModestLoginProvesWhatItCan() {
        live("live");
        DatabaseUrl deployer = as("Deploy er", "live");
        try (ServerScratchDatabases scratch = new ServerScratchDatabases(deployer)) {
            Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
            LoadedSchema actual = plumbline.load(new SchemaSource.LiveDatabase(deployer));
            Plan plan = plumbline.plan(actual, desired(), PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            assertThat(plan.proof().filter(Proof::holds)).isPresent();
            assertThat(GoldenPlan.text(plan)).contains("ALTER FUNCTION app.largest() OWNER TO app_owner");
        }
    }

    @Test
    void whatIsRenamedStaysWhoseItIs() {
        DatabaseUrl admin = live("live");
        LoadedSchema wanted = server.declared(SCHEMA.formatted("numeric")
                .replace("CREATE VIEW app.totals", "-- plumbline: renamed from totals\nCREATE VIEW app.amounts")
                .replace("app.totals", "app.amounts"));
        Plan plan = server.plumbline().plan(server.live(admin), wanted, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        assertThat(server.plumbline().apply(plan, admin, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(server.rows(admin, "SELECT relowner::regrole FROM pg_class WHERE relname = 'amounts'"))
                .containsExactly("app_writer");
    }

    @Test
    void aSnapshotKeepsOwnersAndIsComparedByThem() {
        DatabaseUrl admin = live("live");
        LoadedSchema read = server.live(admin);
        LoadedSchema kept =
                read.with(new JsonReports().readCatalog(new JsonReports().write(read.catalog()), "snapshot"));
        assertThat(kept.catalog().ownership()).isEqualTo(read.catalog().ownership());

        server.run(admin, "ALTER FUNCTION app.largest() OWNER TO app_writer");
        Plumbline comparing = server.plumbline().comparingOwners(true);
        assertThat(server.plumbline().gap(server.live(admin), kept).changes()).isEmpty();
        Plan plan = comparing.plan(server.live(admin), kept, PlanOptions.DEFAULT);
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().statements())
                .containsExactly("ALTER FUNCTION app.largest() OWNER TO app_owner");
        assertThat(server.plumbline().apply(plan, admin, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(comparing.gap(server.live(admin), kept).changes()).isEmpty();
    }

    /** What nobody says stays as it is, and what is new belongs to who applies the plan. */
    @Test
    void whatTheDesiredSideDoesNotSayStays() {
        DatabaseUrl admin = live("live");
        Plumbline comparing = server.plumbline().comparingOwners(true);
        LoadedSchema silent = server.declared(
                SCHEMA.formatted("integer").replaceAll("(?m)^ALTER (TABLE|VIEW|FUNCTION) app\\.\\S+ OWNER TO .*$", "")
                        + "CREATE TABLE app.added (id integer);");
        Plan plan = comparing.plan(server.live(admin), silent, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().statements()).contains("ALTER TABLE app.added OWNER TO postgres");
    }

    /** The name of a role is an identifier only in quotes; and what it gives to new objects by default is reset on what it makes again. */
    @Test
    void aRoleOfAnyNameReadsItsDefaultPrivileges() {
        DatabaseUrl admin = live("live");
        DatabaseUrl deployer = as("Deploy er", "live");
        server.run(deployer, "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT INSERT ON TABLES TO app_reader");
        List<List<String>> before = rights(admin);
        LoadedSchema wanted = server.declared(SCHEMA.formatted("numeric")
                + "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT INSERT ON TABLES TO app_reader");
        Plan plan = server.plumbline().plan(server.live(deployer), wanted, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        assertThat(server.plumbline().apply(plan, deployer, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(rights(admin)).isEqualTo(before);
        server.run(deployer, "ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE INSERT ON TABLES FROM app_reader");
    }
}
