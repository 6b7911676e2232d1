// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of a PostgreSQL server that does not let one in. */
class ConnectionErrorsTest {
    @Test
    void theWayOutFitsWhatTheServerMinds() {
        try (EmbeddedServer server = EmbeddedServer.start(18)) {
            DatabaseUrl url = DatabaseUrl.parse(server.url("postgres"));
            assertRefused(
                    with(url, Optional.empty()), "turned the connection away", "give it in the URL, in PGPASSWORD");
            assertRefused(with(url, Optional.of("wrong")), "refuses the login", "Check user and password");
            assertRefused(DatabaseUrl.parse(server.url("nowhere")), "has no database 'nowhere'", "Check the name");
        }
    }

    private static DatabaseUrl with(DatabaseUrl url, Optional<String> password) {
        TreeMap<String, String> settings = new TreeMap<>(url.settings());
        settings.remove("password");
        password.ifPresent(value -> settings.put("password", value));
        return new DatabaseUrl(url.engineId(), url.server(), url.databaseName(), settings);
    }

    private static void assertRefused(DatabaseUrl url, String fact, String wayOut) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(url::open)
                .withMessageContaining(fact)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_FAILED))
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains(wayOut));
    }
}
