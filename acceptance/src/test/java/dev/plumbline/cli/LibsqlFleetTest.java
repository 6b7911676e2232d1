// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.libsql.LibsqlServer;
import dev.plumbline.libsql.NamespaceScratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same migrations on many namespaces of a server. */
class LibsqlFleetTest {
    /** Of its own, so that all its namespaces are this test's. */
    private static final LibsqlServer SERVER = LibsqlServer.start();

    private final LibsqlServer server = SERVER;
    private final List<String> names = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void makeNamespacesAndMigrations() throws IOException {
        String prefix = "fleet-" + UUID.randomUUID();
        for (int i = 1; i <= 12; i++) {
            names.add(prefix + "-" + i);
            server.create(names.getLast());
        }
        Files.writeString(folder.resolve("1_one.up.sql"), "CREATE TABLE one (id INTEGER PRIMARY KEY);");
        Files.writeString(folder.resolve("1_one.down.sql"), "DROP TABLE one;");
        Files.writeString(folder.resolve("2_two.up.sql"), "CREATE TABLE two (id INTEGER PRIMARY KEY);");
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--url", server.url(), "--migrations", folder.toString()));
        return CommandRun.of(all.toArray());
    }

    @Test
    void eachHasAHistoryOfItsOwn() throws IOException {
        String some = String.join(",", names.subList(0, 5));
        CommandRun up = run("up", "--namespaces", some, "--parallel", "3");
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out()).contains("5 namespaces in", "5 changed", names.get(4), "2_two");
        Path file = Files.write(folder.resolve("names"), names);
        CommandRun status = run("status", "--namespaces-file", file.toString());
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("7 behind, 5 unchanged");
        CommandRun all = run("up", "--namespaces-file", file.toString(), "--format", "json");
        assertThat(all.exitCode()).as(all.err()).isZero();
        JsonNode root = new ObjectMapper().readTree(all.out());
        assertThat(root.path("whole").booleanValue()).isTrue();
        assertThat(root.path("namespaces")).hasSize(12);
        assertThat(root.path("namespaces").get(0).path("outcome").textValue()).isEqualTo("unchanged");
        assertThat(root.path("namespaces").get(11).path("outcome").textValue()).isEqualTo("changed");
        assertThat(run("status", "--namespaces-file", file.toString()).exitCode())
                .isZero();
        // What a run proves its plans in is nobody's database.
        server.create(NamespaceScratch.PREFIX + "register");
        assertThat(run("up", "--namespaces-file", server.data().toString(), "--keep-going")
                        .out())
                .contains(names.get(0))
                .doesNotContain(NamespaceScratch.PREFIX);
    }

    @Test
    void oneThatFailsStopsTheOthersOrNot() throws SQLException {
        try (Connection connection = server.database(names.get(0)).open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE two (other TEXT)");
        }
        String all = String.join(",", names);
        CommandRun stopped = run("up", "--namespaces", all, "--parallel", "1");
        assertThat(stopped.exitCode()).isEqualTo(4);
        assertThat(stopped.out()).contains("1 failed, 11 left out", "already exists");
        CommandRun going = run("up", "--namespaces", all, "--keep-going");
        assertThat(going.exitCode()).isEqualTo(4);
        assertThat(going.out()).contains("1 failed, 11 changed");
        CommandRun missing = run("up", "--namespaces", "nobody-" + names.get(1));
        assertThat(missing.exitCode()).isEqualTo(4);
        assertThat(missing.out()).contains("doesn't exist");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(run("up", "--namespaces", "a,b", "--dry-run").exitCode()).isEqualTo(2);
        assertThat(run("up", "--namespaces", "a", "--parallel", "0").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("up", "--namespaces", "a", "--url", "app.db", "--migrations", folder.toString())
                        .err())
                .contains("Only a libSQL server has namespaces");
    }
}
