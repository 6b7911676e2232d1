// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.embedded.KilledOwner.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTest {
    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void startsEveryMajorVersion(int major) throws SQLException {
        try (EmbeddedServer server = startOrSkip(major)) {
            assertThat(server.majorVersion()).isEqualTo(major);
            assertThat(server.version()).startsWith(major + ".");
            assertThat(ask(server, "SHOW server_version")).isEqualTo(server.version());
            assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "SHOW timezone")).isNotEmpty();
            assertThat(ask(server, "SELECT 'a' < 'B' COLLATE \"en-x-icu\"")).isEqualTo("t");
            execute(server, "CREATE EXTENSION pgcrypto");
        }
    }

    @Test
    void twoServersRunAtOnce() throws SQLException {
        try (EmbeddedServer one = EmbeddedServer.start(18);
                EmbeddedServer other = EmbeddedServer.start(18)) {
            execute(one, "CREATE TABLE only_here ()");
            assertThat(ask(other, "SELECT to_regclass('only_here')")).isNull();
            assertThat(one.port()).isNotEqualTo(other.port());
        }
    }

    @Test
    void onlyWhoKnowsThePasswordGetsIn() {
        try (EmbeddedServer server = EmbeddedServer.start(18)) {
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=".formatted(server.port());
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> DriverManager.getConnection(url + "guess"));
            assertThat(server.url("a b")).matches("postgres://postgres:[0-9a-f]{32}@127\\.0\\.0\\.1:\\d+/a%20b");
        }
    }

    @Test
    void closingFreesThePortAndRemovesTheFolder() throws IOException, SQLException {
        EmbeddedServer server = EmbeddedServer.start(18);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"))) {
            assertThat(connection.isValid(1)).isTrue();
            // An open session must not hold it up.
            server.close();
        }
        assertThat(server.isRunning()).isFalse();
        assertThat(server.folder()).doesNotExist();
        try (ServerSocket socket = new ServerSocket(server.port(), 1, loopback())) {
            assertThat(socket.isBound()).isTrue();
        }
        server.close();
    }

    @Test
    void aFixedPortThatIsTakenIsAnError() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            ServerOptions options = ServerOptions.of(18).onPort(socket.getLocalPort());
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> EmbeddedServer.start(options))
                    .withMessageContaining("Port %d of the loopback interface is taken", socket.getLocalPort());
        }
    }

    @Test
    void aSettingThatPostgresRefusesIsAnErrorWithItsWords() {
        ServerOptions options = ServerOptions.of(18).with("shared_buffers", "a lot");
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedServer.start(options))
                .withMessageContaining("invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void theServerOfAKilledJvmStopsAndTheNextStartRemovesItsFolder() throws Exception {
        Owner owner = Owner.of(Optional.empty());
        Path folder = owner.folder();
        Postmaster postmaster = Postmaster.find(folder.resolve("data")).orElseThrow();
        owner.kill();
        waitUntilEnded(postmaster);
        EmbeddedServer.start(18).close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void theNextStartStopsAServerThatNothingElseStopped() throws Exception {
        Owner owner = Owner.of(Optional.empty());
        Path folder = owner.folder();
        Postmaster postmaster = Postmaster.find(folder.resolve("data")).orElseThrow();
        EmbeddedServer.start(18).close();
        assertThat(postmaster.isRunning())
                .as("a server with an owner is let alone")
                .isTrue();

        owner.process().descendants().forEach(ProcessHandle::destroyForcibly);
        owner.kill();
        assertThat(postmaster.isRunning()).isTrue();
        EmbeddedServer.start(18).close();
        assertThat(postmaster.isRunning()).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void twoProcessesMakeOneCacheAndADamagedOneIsMadeAnew(@TempDir Path cache) throws Exception {
        Owner owner = Owner.of(Optional.of(cache));
        ServerOptions options = ServerOptions.of(18).cachedIn(cache);
        EmbeddedServer.start(options).close();
        owner.folder();
        owner.process().getOutputStream().close();
        assertThat(owner.process().waitFor()).isZero();

        Path installation = onlyFolder(cache.resolve("postgres"));
        assertThat(installation.resolve("complete")).exists();
        try (FileChannel program = FileChannel.open(
                installation.resolve("pgsql").resolve("bin").resolve("postgres"), StandardOpenOption.WRITE)) {
            program.truncate(1000);
        }
        Files.delete(installation.resolve("template").resolve("PG_VERSION"));
        List<String> said = new ArrayList<>();
        EmbeddedServer.start(options.tell(said::add)).close();
        assertThat(said).anyMatch(line -> line.startsWith("repairing PostgreSQL 18"));
    }

    @Test
    void keptDataAreThereAgain(@TempDir Path parent) throws SQLException {
        ServerOptions options = ServerOptions.of(18).keepData(parent.resolve("kept"));
        try (EmbeddedServer server = EmbeddedServer.start(options)) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedServer server = EmbeddedServer.start(options)) {
            assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> EmbeddedServer.start(options))
                    .withMessageContaining("already runs");
        }
        ServerOptions older = ServerOptions.of(17).keepData(parent.resolve("kept"));
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedServer.start(older))
                .withMessageContaining("are of PostgreSQL 18, not of PostgreSQL 17");
    }

    @Test
    void aServerThatIsKeptRunningIsStoppedByItsFolder(@TempDir Path parent) throws SQLException {
        Path folder = parent.resolve("demo");
        EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(18).keepRunning(folder));
        server.close();
        assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        assertThat(server.stopCommand()).contains("pg_ctl stop -D").contains(folder.toString());
        assertThat(EmbeddedServer.stop(folder)).isTrue();
        assertThat(server.isRunning()).isFalse();
        assertThat(EmbeddedServer.stop(folder)).isFalse();
    }

    @Test
    void everyWayForRootStartsAServer(@TempDir Path cache) throws IOException, SQLException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root needs another account");
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Account> ways = Account.waysForRoot().stream()
                .filter(way -> way.owner().isPresent() && way.works())
                .toList();
        assumeTrue(!ways.isEmpty(), "neither setpriv nor su nor sudo works here");
        for (Account way : ways) {
            ServerOptions options = ServerOptions.of(18).cachedIn(cache);
            try (EmbeddedServer server = EmbeddedServer.start(options, way)) {
                assertThat(ask(server, "SELECT 1")).as(way.prefix().getFirst()).isEqualTo("1");
            }
        }
    }

    private static EmbeddedServer startOrSkip(int major) {
        try {
            return EmbeddedServer.start(major);
        } catch (EmbeddedServerException e) {
            if (String.valueOf(e.getMessage()).contains("Maven did not fetch them")) {
                return abort(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static @Nullable String ask(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void waitUntilEnded(Postmaster postmaster) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (postmaster.isRunning() && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(postmaster.isRunning()).isFalse();
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .reduce((a, b) -> {
                        throw new AssertionError("more than one folder: " + a + ", " + b);
                    })
                    .orElseThrow();
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
