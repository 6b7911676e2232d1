// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgres://h/d h:6543",
                "postgres://h:1/d h:1",
                "jdbc:postgresql://h/d h:6543",
                "postgres://:7/d e:7",
                "postgres:///d?port=7&host=h h:7",
                "postgres:///d?host=h&port=7 h:7",
                "postgres:///d?hostaddr=127.0.0.1 127.0.0.1:6543",
                "postgres://a,b:2/d a:6543,b:2",
                "postgres:///d?host=a,b&port=1,2 a:1,b:2",
                "postgres://[::1]/d [::1]:6543",
                "postgres://[::1]:5/d [::1]:5",
                "postgres:///d?host=::1 [::1]:6543",
            })
    void thePortIsLeftOpenOrNot(String text, String server) {
        assertThat(DatabaseUrl.parse(text, Map.of("PGHOST", "e", "PGPORT", "6543")))
                .hasToString("postgres://" + server + "/d");
    }

    /** As libpq has it: what the URL says, what its service says, what the environment says. */
    @Test
    void aServiceComesBeforeTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("services"), """
                # ours
                [other]
                host=other
                [shop]
                host=db
                port = 5433
                dbname=shop
                user=me
                password=secret=1
                target_session_attrs=read-write
                """);
        Map<String, String> environment = Map.of(
                "PGSERVICEFILE", file.toString(), "PGSERVICE", "shop", "PGHOST", "elsewhere", "PGUSER", "nobody");
        assertThat(DatabaseUrl.parse("postgres://", environment)).hasToString("postgres://me@db:5433/shop");
        DatabaseUrl named =
                DatabaseUrl.parse("postgres:///copy?service=shop&user=you", Map.of("PGSERVICEFILE", file.toString()));
        assertThat(named).hasToString("postgres://you@db:5433/copy");
        assertThat(named.properties())
                .containsEntry("password", "secret=1")
                .containsEntry("targetServerType", "primary")
                .doesNotContainKey("service");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> DatabaseUrl.parse("postgres:///?service=none", environment))
                .withMessageContaining("[none]");
    }

    @Test
    void parametersOfLibpqAreGivenToTheDriverByItsNames() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgres://h/d?sslmode=verify-full&sslsni=1&channel_binding=require&target_session_attrs=prefer-standby&pgbouncer=true",
                Map.of("PGOPTIONS", "-c role=app", "PGSSLROOTCERT", "ca.pem", "PGCONNECT_TIMEOUT", "3"));
        assertThat(url.settings())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("channelBinding", "require")
                .containsEntry("targetServerType", "preferSecondary")
                .containsEntry("options", "-c role=app")
                .containsEntry("sslrootcert", "ca.pem")
                .containsEntry("connectTimeout", "3")
                .doesNotContainKey("sslsni");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://me:s%40cr@t@h:1/d?sslmode=verify-full&password=x, postgres://me@h:1/d?sslmode=verify-full",
        "postgres://me@h/d, postgres://me@h/d",
        "postgres:///d?service=shop, postgres:///d?service=shop",
        "jdbc:postgresql://h/d?user=me&password=x, jdbc:postgresql://h/d?user=me",
        "libsql://h?authToken=x, libsql://h",
        "app.db, app.db",
    })
    void whatIsKeptInAFileHasNoSecretAndAllElse(String text, String kept) {
        assertThat(DatabaseUrl.withoutSecrets(text)).isEqualTo(kept);
    }

    /** What cannot be read may be part of a password. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://me:se/cret@h/d",
                "postgres://me:12/cret@h:1/d",
                "postgres://me:cret?x@h/d",
                "postgres://h:cret/d",
                "postgres://h:99999/d?password=cret",
                "host=h dbname=d password=cret",
                "postgres://h/d?sslmod=verify-full&password=cret",
                "postgres://h/d?SSLMODE=verify-full&password=cret",
            })
    void whatCannotBeReadIsRefusedAndNotShown(String text) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> DatabaseUrl.parse(text, Map.of()))
                .satisfies(e -> assertThat(e.getMessage() + e.advice()).doesNotContain("cret"));
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
