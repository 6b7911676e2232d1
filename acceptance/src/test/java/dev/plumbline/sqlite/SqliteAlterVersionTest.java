// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ALTER TABLE can do depends on the SQLite that the database runs on; the rebuild works on each. */
class SqliteAlterVersionTest {
    private static final String BEFORE = "CREATE TABLE t (a INT, b TEXT, CONSTRAINT k CHECK (a > 0))";
    private static final String AFTER = "CREATE TABLE t (a INT NOT NULL, b TEXT)";

    @ParameterizedTest
    @CsvSource({"3.37.0,false", "3.52.9,false", "3.53.0,true", "3.54.1,true", "3.100.0,true", "4.0.0,true", "new,false"
    })
    void theNewerFormsAreUsedSinceTheyExist(String version, boolean known) throws SQLException {
        try (Connection one = SqliteRoundTrip.open(BEFORE);
                Connection other = SqliteRoundTrip.open(AFTER)) {
            Catalog actual = on(version, SqliteRoundTrip.inspect(one));
            List<Step> steps = SqliteRoundTrip.plan(GapFinder.between(actual, SqliteRoundTrip.inspect(other)));

            assertThat(steps).extracting(Step::verb).containsExactly(known ? Verb.ALTER : Verb.REBUILD);
        }
    }

    @Test
    void aRowThatDoesNotFitStopsTheAlterationAsItStopsTheCopy() throws SQLException {
        try (Connection actual = SqliteRoundTrip.open(BEFORE);
                Connection desired = SqliteRoundTrip.open(AFTER)) {
            SqliteRoundTrip.run(actual, "INSERT INTO t VALUES (NULL, 'kept')");
            Catalog before = SqliteRoundTrip.inspect(actual);
            List<Step> steps = SqliteRoundTrip.plan(GapFinder.between(before, SqliteRoundTrip.inspect(desired)));

            assertThat(failure(actual, steps)).contains("constraint failed");
            assertThat(SqliteRoundTrip.inspect(actual).fingerprint()).isEqualTo(before.fingerprint());
            assertThat(SqliteRoundTrip.texts(actual, "SELECT b FROM t")).containsExactly("kept");
        }
    }

    private static String failure(Connection connection, List<Step> steps) {
        try {
            SqliteRoundTrip.execute(connection, steps);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Catalog on(String version, Catalog catalog) {
        Catalog.Builder copy = Catalog.builder(new DatabaseProduct("sqlite", version, 3));
        catalog.objects().forEach(copy::add);
        for (ObjectKey key : catalog.keys()) {
            catalog.dependencies(key).forEach(needed -> copy.dependency(key, needed));
        }
        return copy.build();
    }
}
