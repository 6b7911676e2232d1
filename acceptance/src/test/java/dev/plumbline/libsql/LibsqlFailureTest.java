// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.OpenDatabase;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong between a libSQL server and its clients. */
class LibsqlFailureTest {
    @TempDir
    private Path folder;

    /** The server has an address of two names, and a process is told apart by the one that it uses. */
    @Test
    void aTransactionThatKeptAnotherProcessWaitingIsGoneAsAWhole() throws Exception {
        LibsqlServer server = LibsqlServer.shared();
        server.admin("/v1/namespaces/impatient/create", "{\"txn_timeout_s\": 1}");
        DatabaseUrl url = server.database("impatient");
        DatabaseUrl another = DatabaseUrl.parse(url.display().replace("127.0.0.1", "localhost"));
        run(url, "CREATE TABLE t (a)");
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO t VALUES (1)");
            run(another, "INSERT INTO t VALUES (2)");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO t VALUES (3)"))
                    .satisfies(
                            e -> assertThat(Engines.forUrl(url).sessionControl().isLockConflict(e))
                                    .as("%s", e)
                                    .isTrue());
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO t VALUES (4)"))
                    .withMessageContaining("roll it back first");
            statement.execute("ROLLBACK");
            assertThat(number(connection, "SELECT group_concat(a) FROM t")).isEqualTo(2);
        }
    }

    @Test
    void aServerThatIsKilledWithinATransactionLeavesNothingOfIt() throws SQLException {
        try (LibsqlServer server = LibsqlServer.start()) {
            DatabaseUrl url = server.fresh();
            try (Connection connection = url.open();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (a)");
                statement.execute("INSERT INTO t VALUES (1)");
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("INSERT INTO t VALUES (2)");
                statement.execute("DROP TABLE t");
                server.kill();
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("CREATE TABLE t (b)"))
                        .satisfies(e -> assertThat(e.getSQLState()).startsWith("08"));
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("COMMIT"))
                        .withMessageContaining("roll it back first");
                server.restart();
                statement.execute("ROLLBACK");
                assertThat(number(connection, "SELECT a FROM t")).isEqualTo(1);
            }
            server.kill();
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(url::open)
                    .withMessageContaining("cannot be reached")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_FAILED));
        }
    }

    @Test
    void aRebuildWhoseServerDiesIsAppliedAgainFromTheBeginning() throws Exception {
        try (LibsqlServer server = LibsqlServer.start()) {
            DatabaseUrl url = server.fresh();
            run(
                    url,
                    "CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT)",
                    "CREATE TABLE c (id INTEGER PRIMARY KEY, p REFERENCES p (id) ON DELETE CASCADE)",
                    "INSERT INTO p SELECT value, 'x' || value FROM generate_series(1, 4000000)",
                    "INSERT INTO c SELECT value, value FROM generate_series(1, 1000)");
            Path desired = Files.writeString(
                    folder.resolve("desired.sql"),
                    "CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT NOT NULL);"
                            + "CREATE TABLE c (id INTEGER PRIMARY KEY, p REFERENCES p (id) ON DELETE CASCADE);");
            Plumbline plumbline = Plumbline.of(Engines.forUrl(url), new InMemoryScratch());
            Plan plan = plumbline.plan(
                    plumbline.load(new SchemaSource.LiveDatabase(url)),
                    plumbline.load(new SchemaSource.SqlFiles(desired)),
                    PlanOptions.DEFAULT);
            ApplyOptions options = ApplyOptions.DEFAULT.allowing(Set.of(Hazard.values()));
            CompletableFuture<Object> applying =
                    CompletableFuture.supplyAsync(() -> plumbline.apply(plan, url, options));
            // The copy of so many rows takes seconds, of which a fraction is over by then.
            Thread.sleep(250);
            server.kill();
            assertThatExceptionOfType(Exception.class).isThrownBy(applying::get);
            server.restart();
            try (Connection connection = url.open()) {
                assertThat(number(connection, "SELECT count(*) FROM p")).isEqualTo(4_000_000);
                assertThat(number(connection, "SELECT count(*) FROM c")).isEqualTo(1000);
                // The lease of the run that died.
                try (Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE plumbline_lease SET expires_at = 0");
                }
            }
            assertThat(plumbline.apply(plan, url, options).reachedDesired()).isTrue();
            try (Connection connection = url.open()) {
                assertThat(number(connection, "SELECT count(*) FROM p")).isEqualTo(4_000_000);
                assertThat(number(connection, "SELECT count(*) FROM c")).isEqualTo(1000);
            }
        }
    }

    @Test
    void whatIsWrittenThroughAReplicaIsReadThereAndOnThePrimary() throws Exception {
        try (LibsqlServer primary = LibsqlServer.start();
                LibsqlServer replica = primary.replica()) {
            primary.create("shared");
            DatabaseUrl there = replica.database("shared");
            Path migrations = Files.createDirectory(folder.resolve("migrations"));
            Files.writeString(
                    migrations.resolve("1_one.up.sql"),
                    "CREATE TABLE one (id INTEGER PRIMARY KEY, n TEXT);\nINSERT INTO one VALUES (1, 'a');");
            OpenDatabase.of(there).migrations(migrations).up();
            try (Connection connection = there.open();
                    Statement statement = connection.createStatement()) {
                assertThat(number(connection, "SELECT count(*) FROM one")).isEqualTo(1);
                statement.execute("INSERT INTO one VALUES (2, 'b')");
                assertThat(number(connection, "SELECT count(*) FROM one")).isEqualTo(2);
                statement.execute("ALTER TABLE one ADD COLUMN more TEXT");
                assertThat(number(connection, "SELECT count(more) FROM one")).isZero();
            }
            try (Connection connection = primary.database("shared").open()) {
                assertThat(number(connection, "SELECT count(*) FROM plumbline_history"))
                        .isEqualTo(1);
                assertThat(number(connection, "SELECT count(*) FROM one")).isEqualTo(2);
            }
            assertThat(OpenDatabase.of(there).migrations(migrations).status().isClean())
                    .isTrue();
        }
    }

    /** What a replica does not send on to its primary would have every child row deleted with the old table. */
    @Test
    void aRebuildThroughAReplicaLosesNoRow() throws Exception {
        try (LibsqlServer primary = LibsqlServer.start();
                LibsqlServer replica = primary.replica()) {
            primary.create("shared");
            DatabaseUrl url = replica.database("shared");
            run(
                    url,
                    "CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT)",
                    "CREATE TABLE c (id INTEGER PRIMARY KEY, p REFERENCES p (id) ON DELETE CASCADE)",
                    "INSERT INTO p VALUES (1, 'x')",
                    "INSERT INTO c VALUES (1, 1)");
            Path desired = Files.writeString(
                    folder.resolve("desired.sql"),
                    "CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT NOT NULL);"
                            + "CREATE TABLE c (id INTEGER PRIMARY KEY, p REFERENCES p (id) ON DELETE CASCADE);");
            Plumbline plumbline = Plumbline.of(Engines.forUrl(url), new InMemoryScratch());
            Plan plan = plumbline.plan(
                    plumbline.load(new SchemaSource.LiveDatabase(url)),
                    plumbline.load(new SchemaSource.SqlFiles(desired)),
                    PlanOptions.DEFAULT);
            plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.values())));
            try (Connection connection = primary.database("shared").open()) {
                assertThat(number(connection, "SELECT count(*) FROM c")).isEqualTo(1);
            }
        }
    }

    @Test
    void aTokenOpensAndIsNeverShown() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = keys.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        Path file = Files.writeString(
                folder.resolve("key"), Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
        try (LibsqlServer server = LibsqlServer.start("--auth-jwt-key-file=" + file)) {
            server.create("safe");
            DatabaseUrl url = server.database("safe").with("authToken", token(keys));
            try (Connection connection = url.open()) {
                assertThat(number(connection, "SELECT 1")).isEqualTo(1);
                assertThat(connection.getMetaData().getURL()).doesNotContain(token(keys));
            }
            assertThat(url.display()).doesNotContain("authToken");
            KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            DatabaseUrl wrong = server.database("safe").with("authToken", token(others));
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(wrong::open)
                    .withMessageContaining("refuses the token")
                    .satisfies(e -> assertThat(e.getMessage() + e.getCause() + e.advice())
                            .doesNotContain(token(others)));
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> server.database("safe").open())
                    .withMessageContaining("refuses the token");
        }
    }

    private static String token(KeyPair keys) throws GeneralSecurityException {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = base64.encodeToString("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "." + base64.encodeToString("{\"a\":\"rw\"}".getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64.encodeToString(signature.sign());
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws IOException {
        DatabaseUrl url = LibsqlServer.shared().database("nobody-made-this");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(url::open)
                .withMessageContaining("nobody-made-this")
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("?namespace="));
    }

    private static void run(DatabaseUrl url, String... statements) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
