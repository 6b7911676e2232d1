// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people have the name of their database. */
class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://me:s%40crét@db:5433/shop?sslmode=require",
                "postgresql://me:s%40crét@db:5433/shop?sslmode=require",
                "jdbc:postgresql://db:5433/shop?user=me&password=s@crét&sslmode=require",
            })
    void allFormsSayTheSameAndNoneShowsThePassword(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text, Map.of());
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/shop");
        assertThat(url.properties())
                .containsEntry("user", "me")
                .containsEntry("password", "s@crét")
                .containsEntry("sslmode", "require");
        assertThat(url).hasToString("postgres://me@db:5433/shop");
    }

    @Test
    void theEnvironmentFillsWhatIsOpen() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgres:///",
                Map.of("PGHOST", "h", "PGPORT", "1", "PGDATABASE", "d", "PGUSER", "u", "PGPASSWORD", "p"));
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h:1/d");
        assertThat(url.properties()).containsEntry("user", "u").containsEntry("password", "p");
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:a.db, a.db",
        "sqlite:///x/a.db, /x/a.db",
        "jdbc:sqlite:a b.db, a b.db",
        "app.sqlite3, app.sqlite3"
    })
    void sqliteFiles(String text, String file) {
        DatabaseUrl url = DatabaseUrl.parse(text, Map.of());
        assertThat(url.engineId()).isEqualTo("sqlite");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:sqlite:" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {":memory:", "sqlite::memory:", "jdbc:sqlite::memory:", "mysql://host/db", ""})
    void whatNamesNothingIsAnError(String text) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> DatabaseUrl.parse(text, Map.of()))
                .satisfies(e -> assertThat(e.advice()).isPresent());
    }

    @Test
    void anotherDatabaseOfTheSameServerMayHaveAnyName() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://me@db/shop", Map.of()).withDatabase("a/b c?");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/a%2Fb%20c%3F");
    }
}
