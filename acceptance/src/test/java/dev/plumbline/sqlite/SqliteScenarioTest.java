// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the folders under {@code scenarios/sqlite}: {@code actual.sql} with the rows of {@code rows.sql} is led to
 * {@code desired.sql}, every query of {@code check.sql} must answer 1, and the way back must lead back.
 */
class SqliteScenarioTest {
    static Stream<Path> scenarios() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(SqliteScenarioTest.class.getResource("/scenarios/sqlite"))
                .toURI());
        try (Stream<Path> folders = Files.list(root)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void leadsThereAndBack(Path scenario) throws IOException, SQLException {
        try (Connection actual = SqliteRoundTrip.open(read(scenario, "actual.sql"));
                Connection before = SqliteRoundTrip.open(read(scenario, "actual.sql"));
                Connection desired = SqliteRoundTrip.open(read(scenario, "desired.sql"))) {
            SqliteRoundTrip.run(actual, read(scenario, "rows.sql"));
            assertThat(lead(scenario, actual, desired)).isEmpty();
            check(actual, read(scenario, "check.sql"));
            assertThat(lead(scenario, actual, before)).isEmpty();
        }
    }

    /** Where a file {@code unobserved.txt} says why, the texts in {@code sqlite_schema} need not be the same. */
    private static List<String> lead(Path scenario, Connection from, Connection to) throws SQLException {
        return SqliteRoundTrip.lead(from, to, !Files.exists(scenario.resolve("unobserved.txt")));
    }

    private static void check(Connection connection, String script) throws SQLException {
        for (String sql : script.split(";\n", -1)) {
            if (sql.strip().startsWith("SELECT")) {
                assertThat(SqliteRoundTrip.texts(connection, sql)).as(sql).isEqualTo(List.of("1"));
            } else if (!sql.isBlank()) {
                SqliteRoundTrip.run(connection, sql);
            }
        }
    }

    static String read(Path scenario, String file) throws IOException {
        Path path = scenario.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
