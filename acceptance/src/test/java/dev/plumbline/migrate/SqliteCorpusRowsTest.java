// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Migrations;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.Places;
import dev.plumbline.generated.PairCheck;
import dev.plumbline.generated.SchemaPair;
import dev.plumbline.generated.sqlite.KnownSchema;
import dev.plumbline.generated.sqlite.SqlitePairCheck;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas that other projects have had, with rows in every table, led by plans from each to the next and to the last,
 * both ways. No migration runs: the plan comes from the catalogs alone. Of a long history some versions are taken, of which
 * {@code -Dcorpus.all=true} makes all.
 */
class SqliteCorpusRowsTest {
    private static final int MOST_STEPS = 3;

    @TempDir
    private Path files;

    private @Nullable SqlitePairCheck made;

    /** What came of many pairs. */
    private static final class Tally {
        private int passed;
        private final List<String> refused = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pairs/atlas-sqlite",
                "pairs/sqldef/sqlite",
                "versions/memos-latest-sqlite",
                "versions/temporal-schema-sqlite"
            })
    void rowsSurviveBetweenTheSidesOfAPair(String suite) throws IOException, SQLException {
        Tally tally = new Tally();
        KnownSchema last = null;
        for (Path folder : folders(Places.corpus(suite))) {
            String name = folder.getFileName().toString();
            KnownSchema before = KnownSchema.of(name + " old", Files.readString(folder.resolve("old.sql")));
            KnownSchema after = KnownSchema.of(name + " new", Files.readString(folder.resolve("new.sql")));
            bothWays(before, after, tally);
            last = after;
        }
        if (suite.startsWith("versions/") && last != null) {
            List<Path> folders = folders(Places.corpus(suite));
            for (int i = 0; i < folders.size(); i += stride(folders.size())) {
                Path folder = folders.get(i);
                bothWays(
                        KnownSchema.of(folder.getFileName().toString(), Files.readString(folder.resolve("old.sql"))),
                        last,
                        tally);
            }
        }
        verdict(suite, tally);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authelia-sqlite",
                "golang-migrate-examples-sqlite",
                "kratos-sqlite",
                "memos-sqlite",
                "temporal-sqlite"
            })
    void rowsSurviveBetweenTheVersionsOfAHistory(String name) throws SQLException {
        List<KnownSchema> versions = versions(name);
        KnownSchema last = versions.get(versions.size() - 1);
        Tally tally = new Tally();
        int steps = versions.size() - 1;
        int stride = stride(steps);
        for (int i = 0; i < steps; i += stride) {
            bothWays(versions.get(i), versions.get(i + 1), tally);
            if (i + 2 < versions.size()) {
                bothWays(versions.get(i), last, tally);
            }
        }
        verdict(name, tally);
    }

    private static int stride(int steps) {
        return Boolean.getBoolean("corpus.all") ? 1 : Math.max(1, steps / MOST_STEPS);
    }

    private List<KnownSchema> versions(String name) throws SQLException {
        RealHistory history = RealHistoriesTest.history(Places.corpus("migrations"), name);
        MigrationSet set = history.set(SqlDialect.SQLITE);
        DataSource source = SqliteApplication.dataSource(files.resolve(name + ".db"));
        List<KnownSchema> versions = new ArrayList<>();
        try (ScratchDatabases scratch = SqliteApplication.scratch()) {
            Migrations migrations = Plumbline.on(source)
                    .migrations(set)
                    .with(history.options())
                    .with(MigrationListener.NONE)
                    .withScratch(scratch);
            for (Migration migration : set.migrations()) {
                migrations.to(migration.version().toString());
                try (Connection connection = source.getConnection()) {
                    KnownSchema now = KnownSchema.of(name + " " + migration.version(), connection, "plumbline_history");
                    if (versions.isEmpty()
                            || !versions.get(versions.size() - 1).elements().equals(now.elements())) {
                        versions.add(now);
                    }
                }
            }
        }
        return versions;
    }

    private static List<Path> folders(Path suite) throws IOException {
        try (Stream<Path> folders = Files.list(suite)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void bothWays(KnownSchema one, KnownSchema other, Tally tally) throws SQLException {
        lead(one, other, tally);
        lead(other, one, tally);
    }

    private void lead(KnownSchema from, KnownSchema to, Tally tally) throws SQLException {
        SchemaPair pair = from.to(to);
        SqlitePairCheck check = check();
        switch (check.outcome(pair)) {
            case PairCheck.Passed passed -> tally.passed++;
            case PairCheck.Refused refused -> {
                tally.refused.add(from.name() + " to " + to.name() + ": " + refused.detail());
                // It is the rows alone that stand in the way.
                SchemaPair empty = new SchemaPair(0, pair.actual(), pair.desired(), List.of());
                if (!(check.outcome(empty) instanceof PairCheck.Passed)) {
                    tally.failed.add(from.name() + " to " + to.name() + " without rows");
                }
            }
            case PairCheck.Failed failed ->
                tally.failed.add(from.name() + " to " + to.name() + " (" + failed.kind() + ")\n" + failed.detail());
        }
    }

    private SqlitePairCheck check() {
        SqlitePairCheck check = made == null ? new SqlitePairCheck(files) : made;
        made = check;
        return check;
    }

    private static void verdict(String name, Tally tally) {
        System.getLogger(SqliteCorpusRowsTest.class.getName())
                .log(System.Logger.Level.INFO, name + ": " + tally.passed + " passed, refused " + tally.refused);
        assertThat(tally.failed).isEmpty();
        assertThat(tally.passed).isPositive();
    }
}
