// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapText;
import dev.plumbline.migrate.MigrationCheck.Standing;
import dev.plumbline.migrate.replay.DataLoss;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.FailedCheck;
import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.RehearsedMigration;
import dev.plumbline.migrate.replay.TestedMigration;
import dev.plumbline.migrate.replay.TestedMigration.Verdict;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.JavaMigration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.plan.Plan;
import dev.plumbline.report.MigrationWriter;
import dev.plumbline.report.VerifyWriter;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What verify, dry run, test and check say, on every engine. */
abstract class ReplayContract {
    /** Returns a new, empty database with an empty folder. */
    abstract MigrationRun fresh();

    /** Returns the migrations of a run with scratch databases. */
    abstract Migrations migrations(MigrationRun run);

    private MigrationRun two() {
        return fresh().file("000001_tenants.up.sql", """
                        CREATE TABLE tenants (id int PRIMARY KEY, name varchar(20), note varchar(20));
                        """)
                .file("000001_tenants.down.sql", "DROP TABLE tenants;")
                .file("000001_tenants.verify.sql", """
                        SELECT id, name FROM tenants WHERE name IS NULL;
                        SELECT note FROM tenants WHERE 1 = 0;
                        """)
                .file("000002_keys.up.sql", """
                        CREATE TABLE api_keys (id int PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenants (id));
                        CREATE INDEX api_keys_tenant ON api_keys (tenant_id);
                        """)
                .file("000002_keys.down.sql", "DROP TABLE api_keys;");
    }

    @Test
    void whatWasMigratedAndNotTouchedHolds() {
        MigrationRun run = two();
        migrations(run).up();
        Verification found = migrations(run).verify();
        assertThat(found.notReplayed()).isEmpty();
        assertThat(GapText.clauses(found.drift().orElseThrow())).isEmpty();
        assertThat(found.checks()).isEqualTo(2);
        assertThat(found.holds()).isTrue();
        assertThat(found.notes()).isEmpty();
    }

    /** The second is needed by the third, although it runs again when it changes. */
    @Test
    void aChangelogIsReplayedInItsOwnOrder() {
        MigrationRun run = fresh().file("changelog.sql", """
                        --liquibase formatted sql
                        --changeset a:1
                        CREATE TABLE one (id int);
                        --changeset a:2 runOnChange:true
                        DROP VIEW IF EXISTS ids; CREATE VIEW ids AS SELECT id FROM one;
                        --changeset a:3
                        CREATE VIEW more AS SELECT id FROM ids;
                        """);
        assertThat(migrations(run).test().migrations())
                .extracting(TestedMigration::verdict)
                .containsOnly(Verdict.NO_DOWN);
        migrations(run).up();
        assertThat(migrations(run).verify().holds()).isTrue();
    }

    @Test
    void driftIsFoundObjectByObject() {
        MigrationRun run = two();
        migrations(run).up();
        run.run("DROP INDEX api_keys_tenant", "CREATE TABLE by_hand (id int)");
        Verification found = migrations(run).verify();
        assertThat(found.holds()).isFalse();
        assertThat(found.drift().orElseThrow().changes(Change.Missing.class))
                .extracting(change -> change.key().name())
                .containsExactly("api_keys_tenant");
        assertThat(found.drift().orElseThrow().changes(Change.Extra.class))
                .extracting(change -> change.key().name())
                .containsExactly("by_hand", "id");
    }

    @Test
    void aCheckThatDoesNotHoldIsToldWithItsRows() {
        MigrationRun run = two();
        migrations(run).up();
        run.run("INSERT INTO tenants VALUES (1, 'x', 'y'), (2, NULL, NULL)");
        for (int id = 10; id < 18; id++) {
            run.run("INSERT INTO tenants VALUES (" + id + ", NULL, NULL)");
        }
        Verification found = migrations(run).verify();
        assertThat(found.failedChecks()).hasSize(1);
        FailedCheck check = found.failedChecks().getFirst();
        assertThat(check.migration()).isEqualTo("000001_tenants");
        assertThat(check.statement()).isEqualTo(1);
        assertThat(check.rows()).hasSize(5).contains("2|null");
        assertThat(check.fact()).contains("more than 5 rows");
        assertThat(check.position().orElseThrow().file()).contains("000001_tenants.verify.sql");
        assertThat(found.holds()).isFalse();
    }

    @Test
    void aCheckCannotWrite() {
        MigrationRun run =
                two().file("000001_tenants.verify.sql", "COMMIT;\nINSERT INTO tenants VALUES (1, 'a', 'b');");
        migrations(run).up();
        assertThat(migrations(run).verify().failedChecks())
                .singleElement()
                .satisfies(check -> assertThat(check.fact()).contains("raises"));
        assertThat(run.rows("SELECT count(*) FROM tenants")).containsExactly("0");
    }

    @Test
    void aCheckThatALaterMigrationOvertookIsNotHeldAgainstTheDatabase() {
        MigrationRun run = two().file("000003_no_note.up.sql", "ALTER TABLE tenants DROP COLUMN note;");
        migrations(run).up();
        Verification found = migrations(run).verify();
        assertThat(found.failedChecks()).isEmpty();
        assertThat(found.notes())
                .containsExactly(
                        "Check 2 of 000001_tenants does not hold any more, since a later migration changed what it"
                                + " asks for.");
        assertThat(found.holds()).isTrue();
    }

    @Test
    void filesThatAreMissingOrModifiedAreNamedAndTheRestIsReplayed() {
        MigrationRun run = two();
        migrations(run).up();
        run.remove("000002_keys.up.sql");
        run.remove("000002_keys.down.sql");
        Verification found = migrations(run).verify();
        assertThat(found.disagreeing()).extracting(MigrationEntry::title).containsExactly("000002_keys");
        assertThat(found.notes()).anyMatch(note -> note.startsWith("000002_keys was left out of the replay"));
        assertThat(found.drift().orElseThrow().changes(Change.Extra.class))
                .extracting(change -> change.key().name())
                .contains("api_keys", "api_keys_tenant");
    }

    @Test
    void whatNeedsTheRowsOfTheApplicationDoesNotStopAReplay() {
        MigrationRun run = two();
        migrations(run).up();
        run.run("INSERT INTO tenants VALUES (7, 'seven', 'x')");
        run.file("000003_seed.up.sql", """
                INSERT INTO api_keys VALUES (1, 7);
                CREATE TABLE after_seed (id int);
                """);
        DryRun before = migrations(run).dryRun().up();
        assertThat(before.succeeds()).isTrue();
        assertThat(before.migrations().getFirst().notes()).anyMatch(note -> note.contains("000003_seed.up.sql:1"));
        migrations(run).up();
        Verification found = migrations(run).verify();
        assertThat(found.holds()).isTrue();
        assertThat(found.notes()).anyMatch(note -> note.contains("000003_seed.up.sql:1"));
    }

    @Test
    void aDryRunSaysWhatWouldBeGainedAndLostAndDoesNothing() {
        MigrationRun run = two();
        migrations(run).up();
        run.run("INSERT INTO tenants VALUES (1, 'a', 'b'), (2, 'c', 'd')", "INSERT INTO api_keys VALUES (1, 1)");
        run.file("000003_shape.up.sql", """
                ALTER TABLE tenants RENAME TO customers;
                ALTER TABLE customers RENAME COLUMN name TO title;
                ALTER TABLE customers DROP COLUMN note;
                CREATE TABLE brief (id int);
                """)
                .file("000004_gone.up.sql", "DROP TABLE api_keys;\nDROP TABLE brief;\nDELETE FROM customers;");
        DryRun found = migrations(run).dryRun().up();
        assertThat(found.notRehearsed()).isEmpty();
        assertThat(found.succeeds()).isTrue();
        assertThat(found.migrations())
                .extracting(RehearsedMigration::migration)
                .containsExactly("000003_shape", "000004_gone");
        RehearsedMigration shape = found.migrations().getFirst();
        assertThat(shape.inOneTransaction()).isTrue();
        assertThat(shape.statements()).hasSize(4).allMatch(statement -> statement.transaction() == 1);
        assertThat(shape.gains())
                .extracting(Change::key)
                .extracting(ObjectKey::name)
                .contains("customers", "brief");
        assertThat(shape.losses())
                .extracting(loss -> loss.object().name() + " " + loss.rows().orElse(-1))
                .containsExactly("note 2");
        assertThat(found.migrations().get(1).losses())
                .extracting(loss -> loss.object().name() + " " + loss.means() + " "
                        + loss.rows().orElse(-1))
                .containsExactly("api_keys dropped 1", "tenants DELETE 2");
        assertThat(run.rows("SELECT count(*) FROM tenants")).containsExactly("2");
        assertThat(run.history()).hasSize(2);
    }

    @Test
    void aTableThatIsRebuiltLosesNothing() {
        MigrationRun run = two();
        migrations(run).up();
        run.run("INSERT INTO tenants VALUES (1, 'a', 'b')");
        run.file("000003_rebuild.up.sql", """
                CREATE TABLE api_keys_new (id int PRIMARY KEY, tenant_id int, label varchar(9));
                INSERT INTO api_keys_new (id, tenant_id) SELECT id, tenant_id FROM api_keys;
                DROP TABLE api_keys;
                ALTER TABLE api_keys_new RENAME TO api_keys;
                """);
        assertThat(migrations(run).dryRun().up().migrations().getFirst().losses())
                .isEmpty();
    }

    @Test
    void aDryRunSaysWhereAMigrationWouldFail() {
        MigrationRun run = two().file("000003_wrong.up.sql", "CREATE TABLE t (id int);\nALTER TABLE nowhere ADD x int;")
                .file("000004_next.up.sql", "CREATE TABLE u (id int);");
        DryRun found = migrations(run).dryRun().up();
        assertThat(found.succeeds()).isFalse();
        assertThat(found.migrations()).hasSize(4);
        RehearsedMigration wrong = found.migrations().get(2);
        assertThat(wrong.failure().orElseThrow().statement()).isEqualTo(2);
        assertThat(wrong.failure().orElseThrow().fact()).contains("nowhere");
        assertThat(wrong.failure().orElseThrow().position().orElseThrow().line())
                .isEqualTo(2);
        assertThat(wrong.gap()).isEmpty();
        assertThat(found.migrations().get(3).notes()).contains("It was not tried.");
        assertThat(run.history()).isEmpty();
    }

    @Test
    void aDryRunGoesDownAndToVersions() {
        MigrationRun run = two();
        migrations(run).up();
        run.run("INSERT INTO tenants VALUES (1, 'a', 'b')");
        DryRun down = migrations(run).dryRun().down(2);
        assertThat(down.migrations())
                .extracting(migration -> migration.migration() + " " + migration.direction())
                .containsExactly("000002_keys DOWN", "000001_tenants DOWN");
        assertThat(down.migrations().get(1).losses())
                .extracting(DataLoss::object)
                .extracting(ObjectKey::name)
                .containsExactly("tenants");
        run.file("000001_1_late.up.sql", "SELECT 1;").remove("000001_1_late.up.sql");
        assertThat(migrations(run).dryRun().to("1").migrations())
                .extracting(RehearsedMigration::migration)
                .containsExactly("000002_keys");
        assertThat(migrations(run).dryRun().to("2").migrations()).isEmpty();
    }

    @Test
    void aDryRunRefusesWhatARunWouldRefuse() {
        MigrationRun run = two();
        migrations(run).up();
        run.file("000001_tenants.up.sql", "CREATE TABLE other (id int);")
                .file("000003_more.up.sql", "CREATE TABLE more (id int);");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> migrations(run).dryRun().up())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_CONFLICT));
    }

    @Test
    void everyMigrationIsTriedUpDownAndUp() {
        MigrationRun run = two().file("000003_wrong_down.up.sql", "CREATE TABLE a (id int); CREATE TABLE b (id int);")
                .file("000003_wrong_down.down.sql", "DROP TABLE a;")
                .file("000004_failing_down.up.sql", "CREATE TABLE c (id int);")
                .file("000004_failing_down.down.sql", "DROP TABLE c;\nDROP TABLE d;")
                .file("000005_no_down.up.sql", "CREATE TABLE e (id int);")
                .file("000006_after.up.sql", "CREATE TABLE f (id int); CREATE INDEX f_id ON f (id);")
                .file("000006_after.down.sql", "DROP TABLE f;")
                .file("000007_fails.up.sql", "CREATE TABLE g (id int);\nDROP TABLE h;")
                .file("000008_last.up.sql", "CREATE TABLE i (id int);");
        MigrationTest test = migrations(run).test();
        assertThat(test.migrations())
                .extracting(tested -> tested.migration().substring(0, 6) + " " + tested.verdict())
                .containsExactly(
                        "000001 " + Verdict.OK,
                        "000002 " + Verdict.OK,
                        "000003 " + Verdict.DOWN_DOES_NOT_RESTORE,
                        "000004 " + Verdict.DOWN_FAILS,
                        "000005 " + Verdict.NO_DOWN,
                        "000006 " + Verdict.OK,
                        "000007 " + Verdict.FAILS,
                        "000008 " + Verdict.NOT_REACHED);
        TestedMigration wrong = test.migrations().get(2);
        assertThat(GapText.clauses(wrong.differences().orElseThrow())).contains("table " + schema() + ".b is too many");
        assertThat(test.migrations().get(3).failure().orElseThrow().statement()).isEqualTo(2);
        assertThat(test.migrations()
                        .get(6)
                        .failure()
                        .orElseThrow()
                        .position()
                        .orElseThrow()
                        .line())
                .isEqualTo(2);
        assertThat(test.passed()).isFalse();
        assertThat(run.history()).isEmpty();
    }

    @Test
    void aBaselineIsComparedWithWhatItStandsFor() {
        MigrationRun run = fresh().file("V1__a.sql", "CREATE TABLE a (id int);")
                .file("V2__b.sql", "CREATE TABLE b (id int);")
                .file("B2__base.sql", "CREATE TABLE a (id int); CREATE TABLE b (id int);")
                .file("V3__c.sql", "CREATE TABLE c (id int);")
                .file("R__view.sql", "CREATE VIEW v AS SELECT id FROM c;");
        assertThat(migrations(run).test().passed()).isTrue();
        assertThat(migrations(run).up().done()).hasSize(3);
        assertThat(migrations(run).verify().holds()).isTrue();
        run.file("B2__base.sql", "CREATE TABLE a (id int);");
        TestedMigration wrong = migrations(run).test().migrations().stream()
                .filter(tested -> !tested.passed())
                .findFirst()
                .orElseThrow();
        assertThat(wrong.verdict()).isEqualTo(Verdict.BASELINE_DIFFERS);
        assertThat(GapText.brief(wrong.differences().orElseThrow())).contains("b is missing");
    }

    /** Makes a table, and checks that nobody has put a row in. */
    private static final class MadeByJava implements JavaMigration {
        @Override
        public String version() {
            return "000003";
        }

        @Override
        public void up(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE made_by_java (id int)");
            }
        }

        @Override
        public boolean hasDown() {
            return true;
        }

        @Override
        public void down(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE made_by_java");
            }
        }

        @Override
        public void verify(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM made_by_java")) {
                if (rows.next()) {
                    throw new IllegalStateException("there is a row");
                }
            }
        }
    }

    @Test
    void javaIsReplayedLikeSql() {
        MigrationRun run = two();
        MigrationSet set = MigrationFolder.read(
                run.folder(),
                OpenDatabase.of(run.url()).dialect(),
                FolderOptions.DEFAULT.withJavaMigrations(List.of(new MadeByJava())));
        Migrations migrations = migrations(run, set);
        DryRun dry = migrations.dryRun().up();
        assertThat(dry.succeeds()).isTrue();
        assertThat(dry.migrations().getLast().gains())
                .extracting(change -> change.key().name())
                .contains("made_by_java");
        assertThat(migrations.test().passed()).isTrue();
        migrations.up();
        assertThat(migrations.verify().holds()).isTrue();
        run.run("INSERT INTO made_by_java VALUES (1)");
        assertThat(migrations.verify().failedChecks())
                .singleElement()
                .satisfies(check -> assertThat(check.fact()).contains("there is a row"));
    }

    /** Returns a set of migrations on the database of a run, with scratch databases. */
    abstract Migrations migrations(MigrationRun run, MigrationSet set);

    /** Returns the planning side of the library, with scratch databases. */
    abstract Plumbline plumbline();

    /** Returns what a database is, and what it should be. */
    abstract List<String> actualAndDesired();

    @Test
    void aMigrationWrittenFromAPlanIsReadAppliedCheckedAndUndone() throws IOException {
        MigrationRun run = fresh().file(
                        "000001_begin.up.sql", actualAndDesired().get(0))
                .file("../desired.sql", actualAndDesired().get(1));
        migrations(run).up();
        LoadedSchema actual = plumbline().load(new SchemaSource.LiveDatabase(run.url()));
        LoadedSchema desired =
                plumbline().load(new SchemaSource.SqlFiles(run.folder().resolve("../desired.sql")));
        Plan plan = plumbline().plan(actual, desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        String checks = Files.readString(MigrationWriter.write(plan, desired.catalog(), run.folder(), "close the gap")
                .verify()
                .orElseThrow());
        assertThat(VerifyWriter.of(plan, desired.catalog())).isEqualTo(checks);

        assertThat(migrations(run).up().done())
                .extracting(MigrationOutcome.Done::migration)
                .containsExactly("000002_close_the_gap");
        assertThat(GapText.clauses(
                        plumbline().gap(plumbline().load(new SchemaSource.LiveDatabase(run.url())), desired)))
                .isEmpty();
        Verification found = migrations(run).verify();
        assertThat(found.failedChecks()).isEmpty();
        assertThat(found.checks()).isGreaterThan(5);
        assertThat(found.holds()).as("%s", found).isTrue();

        migrations(run).down(1);
        LoadedSchema back = plumbline().load(new SchemaSource.LiveDatabase(run.url()));
        assertThat(GapText.clauses(plumbline().gap(back, actual))).isEmpty();
        run.file("000001_begin.verify.sql", checks);
        assertThat(migrations(run).verify().failedChecks()).hasSizeGreaterThan(5);
    }

    /** Returns the schema in which scripts make their objects. */
    abstract String schema();

    @Test
    void anApplicationSeesAtItsStartWhetherTheDatabaseFits() {
        MigrationRun run = two();
        assertThat(run.migrations().check().standing()).isEqualTo(Standing.BEHIND);
        assertThat(run.migrations().check().compatible()).isFalse();
        migrations(run).up();
        assertThat(run.migrations().check()).isEqualTo(new MigrationCheck(Standing.UP_TO_DATE, List.of()));
        run.file("000003_more.up.sql", "CREATE TABLE more (id int);");
        assertThat(run.migrations().check().reasons()).containsExactly("Not applied: 000003_more.");
        migrations(run).up();
        run.remove("000003_more.up.sql");
        MigrationCheck ahead = run.migrations().check();
        assertThat(ahead.standing()).isEqualTo(Standing.AHEAD);
        assertThat(ahead.compatible()).isTrue();
        run.file("000002_keys.up.sql", "CREATE TABLE api_keys (id int);");
        MigrationCheck conflict = run.migrations().check();
        assertThat(conflict.standing()).isEqualTo(Standing.IN_CONFLICT);
        assertThat(conflict.reasons())
                .containsExactly(
                        "Changed after being applied: 000002_keys.",
                        "Applied, but unknown to these files: 000003_more.");
    }
}
