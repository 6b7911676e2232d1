// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plumbline.Plumbline;
import dev.plumbline.alignment.Conventions.Dates;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteDataSource;

/** Types of an application beside tables of SQLite, where a declared type says little and habits say the rest. */
class SqliteAlignmentTest {
    @TempDir
    private Path folder;

    record Longs(long v) {}

    record Ints(int v) {}

    record Bools(boolean v) {}

    record Doubles(double v) {}

    record Decimals(BigDecimal v) {}

    record Texts(String v) {}

    // What applications have is what is to be read.
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] v) {}

    record Instants(Instant v) {}

    record Dates_(LocalDate v) {}

    record Uuids(UUID v) {}

    record Lists(List<String> v) {}

    // What applications have is what is to be read.
    @SuppressWarnings("ArrayRecordComponent")
    record Vectors(float[] v) {}

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("long", Longs.class),
            Map.entry("int", Ints.class),
            Map.entry("boolean", Bools.class),
            Map.entry("double", Doubles.class),
            Map.entry("BigDecimal", Decimals.class),
            Map.entry("String", Texts.class),
            Map.entry("byte[]", Bytes.class),
            Map.entry("Instant", Instants.class),
            Map.entry("LocalDate", Dates_.class),
            Map.entry("UUID", Uuids.class),
            Map.entry("List", Lists.class),
            Map.entry("float[]", Vectors.class));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INTEGER                              | long       | ",
                "INTEGER                              | int        | not-enforced",
                "INTEGER CHECK (v BETWEEN 1 AND 10)   | int        | ",
                "BIGINT CHECK (v >= 1 AND v < 3000000000) | int    | not-enforced",
                "INTEGER                              | boolean    | not-enforced",
                "INTEGER CHECK (v IN (0, 1))          | boolean    | ",
                "BOOLEAN                              | boolean    | ",
                "BOOLEAN                              | String     | type-differs",
                "INTEGER                              | double     | precision",
                "INTEGER                              | String     | type-differs",
                "INTEGER                              | Instant    | not-enforced",
                "TEXT                                 | String     | ",
                "VARCHAR(20)                          | String     | ",
                "TEXT                                 | long       | type-differs",
                "TEXT                                 | boolean    | type-differs",
                "TEXT                                 | byte[]     | type-differs",
                "TEXT                                 | Instant    | not-enforced",
                "TEXT                                 | LocalDate  | not-enforced",
                "TEXT                                 | UUID       | not-enforced",
                "TEXT                                 | List       | not-enforced",
                "TEXT CHECK (json_valid(v))           | List       | ",
                "BLOB                                 | byte[]     | ",
                "BLOB                                 | float[]    | not-enforced",
                "F32_BLOB(4)                          | float[]    | not-enforced",
                "BLOB                                 | String     | type-differs",
                "REAL                                 | double     | ",
                "REAL                                 | BigDecimal | precision",
                "REAL                                 | long       | type-differs",
                "DECIMAL(10, 2)                       | BigDecimal | precision",
                "DECIMAL(10, 2)                       | long       | type-differs",
                "DECIMAL(10, 0)                       | long       | not-enforced",
                "DATETIME                             | Instant    | not-enforced",
                "DATETIME                             | boolean    | type-differs",
                "DATE                                 | LocalDate  | not-enforced",
                "                                     | String     | not-enforced",
            })
    void typesAreJudgedByAffinity(@Nullable String column, String type, @Nullable String rule) throws SQLException {
        String declared = column == null ? "" : column;
        SQLiteDataSource source = database("CREATE TABLE t (v " + declared + " NOT NULL)");

        List<Misalignment> findings = Plumbline.on(source)
                .align(AlignmentMapping.of("t", Objects.requireNonNull(TYPES.get(type))))
                .types()
                .getFirst()
                .findings();

        assertThat(findings).map(finding -> finding.rule().id()).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, TEXT, ''",
        "TEXT, EPOCH_MILLIS, type-differs",
        "INTEGER, EPOCH_MILLIS, ''",
        "INTEGER, EPOCH_SECONDS, ''",
        "INTEGER, TEXT, type-differs",
        "DATETIME, EPOCH_SECONDS, ''",
        "DATETIME, TEXT, ''"
    })
    void aDeclaredConventionIsChecked(String column, Dates dates, String rule) throws SQLException {
        SQLiteDataSource source = database("CREATE TABLE t (v " + column + " NOT NULL)");

        List<Misalignment> findings = Plumbline.on(source)
                .align(AlignmentMapping.of("t", Instants.class).with(Conventions.NONE.withDates(dates)))
                .types()
                .getFirst()
                .findings();

        assertThat(findings).map(finding -> finding.rule().id()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @NullMarked
    record Account(
            String id,
            int userId,
            @Nullable String name,
            @Nullable String note,
            boolean active2) {}

    @Test
    void nullAndNamesAreComparedAsSqliteHasThem() throws SQLException {
        SQLiteDataSource source = database("""
                CREATE TABLE Accounts (
                    ID TEXT PRIMARY KEY,
                    user_id INTEGER CHECK (user_id BETWEEN 1 AND 1000),
                    name TEXT NOT NULL,
                    note TEXT NOT NULL DEFAULT '',
                    active_2 INTEGER NOT NULL CHECK (active_2 IN (0, 1)),
                    "left over" TEXT)
                """);

        TypeAlignment type = Plumbline.on(source)
                .align(AlignmentMapping.of("main.accounts", Account.class))
                .types()
                .getFirst();

        assertThat(type.findings())
                .map(Misalignment::toString)
                .containsExactly(
                        "error null-in-primitive: userId int <- user_id integer: a row with NULL ends in a"
                                + " NullPointerException, or reads as 0; expected Integer, or NOT NULL",
                        "warning key-may-be-null: id String <- ID text: this primary key lets NULL in; say NOT NULL as well",
                        "warning null-written: name String <- name text: the field may be null, and writing null into a"
                                + " NOT NULL column fails; expected String that is never null",
                        "warning dead-column: left over text: no field reads it",
                        "note spelling: active2 boolean <- active_2 integer: a mapper that goes by the rule looks for active2");
    }

    @Test
    void aStrictTablesAndARowidsKeyAreNeverNull() throws SQLException {
        for (String table : List.of(
                "(id TEXT PRIMARY KEY) STRICT",
                "(id TEXT PRIMARY KEY) WITHOUT ROWID",
                "(id TEXT NOT NULL PRIMARY KEY)")) {
            SQLiteDataSource source = database("DROP TABLE IF EXISTS t", "CREATE TABLE t " + table);
            assertThat(Plumbline.on(source)
                            .align(AlignmentMapping.of("t", Id.class))
                            .worst())
                    .as(table)
                    .isEmpty();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(catchThrowable(() -> statement.execute("INSERT INTO t VALUES (NULL)")))
                        .as("what was said of %s is so", table)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @NullMarked
    record Id(String id) {}

    record Found(String title, String missing) {}

    @Test
    void viewsAndFullTextTablesHaveTheirColumnsToo() throws SQLException {
        SQLiteDataSource source = database(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, title TEXT NOT NULL)",
                "CREATE VIEW v AS SELECT title, id AS number FROM t",
                "CREATE VIRTUAL TABLE f USING fts5(title, body)");

        List<TypeAlignment> types = Plumbline.on(source)
                .align(AlignmentMapping.of("v", Found.class).and("f", Found.class))
                .types();

        assertThat(types.get(0).findings())
                .map(Misalignment::toString)
                .containsExactly(
                        "error field-without-column: missing String: there is no column missing",
                        "warning dead-column: number integer: no field reads it");
        assertThat(types.get(1).findings())
                .map(finding -> finding.rule().id())
                .containsExactly("field-without-column", "dead-column");
    }

    @Test
    void whatIsIgnoredOnPurposeIsNotNamedUnlessInsertsFail() throws SQLException {
        SQLiteDataSource source =
                database("CREATE TABLE t (v INTEGER NOT NULL, secret TEXT, other TEXT, must TEXT NOT NULL)");
        AlignmentMapping mapping = AlignmentMapping.of("t", Longs.class).ignoring("t", "secret", "must");

        assertThat(Plumbline.on(source).align(mapping).types().getFirst().findings())
                .map(finding -> finding.rule().id() + " "
                        + finding.column().orElseThrow().name())
                .containsExactly("column-not-written must", "dead-column other");
        assertThat(Plumbline.on(source).align(mapping.failingOn(Severity.ERROR)).holds())
                .isFalse();
    }

    record Whole(long id, String name) {}

    record Half(String name) {}

    @Test
    void ofSeveralTypesOfATableOneNeedsToHaveTheColumn() throws SQLException {
        SQLiteDataSource source =
                database("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, more TEXT)");

        Alignment alignment =
                Plumbline.on(source).align(AlignmentMapping.of("t", Whole.class).and("main.t", Half.class));

        assertThat(alignment.types())
                .allSatisfy(type -> assertThat(type.findings())
                        .map(finding -> finding.rule().id() + " "
                                + finding.column().orElseThrow().name())
                        .containsExactly("column-not-written kind", "dead-column more"));
    }

    private SQLiteDataSource database(String... statements) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("app.db"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return source;
    }
}
