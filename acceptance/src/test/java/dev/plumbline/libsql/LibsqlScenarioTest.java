// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the folders of {@code scenarios/sqlite} and {@code scenarios/libsql} on a server, by the same rules as on a file:
 * planned, proven in memory or, where it takes libSQL, in a namespace of that server, applied, looked at, and led back.
 */
class LibsqlScenarioTest {
    private static final LibsqlServer SERVER = LibsqlServer.shared();
    private static final NamespaceScratch SCRATCH =
            new NamespaceScratch(SERVER.fresh(), new LibsqlAdmin(URI.create(SERVER.adminUrl()), Optional.empty()));
    private static final Plumbline ON_SERVER = Plumbline.of(Engines.forId("libsql"), SCRATCH);
    private static final Plumbline IN_MEMORY = Plumbline.of(Engines.forId("libsql"), new InMemoryScratch());

    /** What libSQL's fork of SQLite cannot do: it is built without texts in double quotes (SQLITE_DQS). */
    private static final Map<String, String> REFUSED = Map.of(
            "double-quoted-strings", "no such column: Active",
            "an-indexed-string-becomes-a-column", "no such column: Id x",
            "settings-of-the-file", "unsupported statement: PRAGMA application_id");

    static Stream<Path> scenarios() throws IOException, URISyntaxException {
        List<Path> scenarios = new ArrayList<>();
        for (String folder : List.of("/scenarios/sqlite", "/scenarios/libsql")) {
            Path root = Path.of(Objects.requireNonNull(LibsqlScenarioTest.class.getResource(folder))
                    .toURI());
            try (Stream<Path> folders = Files.list(root)) {
                folders.sorted().forEach(scenarios::add);
            }
        }
        return scenarios.stream();
    }

    @AfterAll
    static void removeScratch() {
        SCRATCH.close();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void leadsThereAndBack(Path scenario) throws IOException, SQLException {
        String refusal = REFUSED.get(scenario.getFileName().toString());
        if (refusal != null) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> {
                        made(scenario, "actual.sql");
                        made(scenario, "desired.sql");
                    })
                    .withMessageContaining(refusal);
            return;
        }
        Plumbline plumbline = Objects.requireNonNull(scenario.getParent()).endsWith("libsql") ? ON_SERVER : IN_MEMORY;
        DatabaseUrl actual = made(scenario, "actual.sql");
        LoadedSchema before = load(actual);
        run(actual, read(scenario, "rows.sql"));
        lead(plumbline, actual, load(made(scenario, "desired.sql")));
        check(actual, read(scenario, "check.sql"));
        lead(plumbline, actual, before);
    }

    private static void lead(Plumbline plumbline, DatabaseUrl url, LoadedSchema desired) throws SQLException {
        Plan plan = plumbline.plan(load(url), desired, PlanOptions.DEFAULT);
        plan.proof()
                .ifPresent(proof ->
                        assertThat(proof.problems()).as("%s", plan.steps()).isEmpty());
        plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class)));
        Gap left = plumbline.gap(load(url), desired);
        assertThat(left.changes()).as("%s", plan.steps()).isEmpty();
        try (Connection connection = url.open()) {
            assertThat(texts(connection, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(violations(connection)).isEmpty();
        }
    }

    private static LoadedSchema load(DatabaseUrl url) {
        LoadedSchema loaded = IN_MEMORY.load(new SchemaSource.LiveDatabase(url));
        Catalog catalog = loaded.catalog();
        assertThat(catalog.unmodelled()).isEmpty();
        return loaded;
    }

    private static DatabaseUrl made(Path scenario, String file) throws IOException, SQLException {
        DatabaseUrl url = SERVER.fresh();
        run(url, read(scenario, file));
        return url;
    }

    private static void run(DatabaseUrl url, String text) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            for (var each : StatementSplitter.split(new SqlScript("script", text), SqlDialect.SQLITE)) {
                statement.execute(each.sql());
            }
        }
    }

    private static void check(DatabaseUrl url, String script) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n", -1)) {
                if (sql.strip().startsWith("SELECT")) {
                    assertThat(texts(connection, sql)).as(sql).isEqualTo(List.of("1"));
                } else if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** No row can be judged by a foreign key to what has no key. */
    private static List<String> violations(Connection connection) throws SQLException {
        try {
            return texts(connection, "SELECT * FROM pragma_foreign_key_check");
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("foreign key mismatch");
            return List.of();
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    private static String read(Path scenario, String file) throws IOException {
        Path path = scenario.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
