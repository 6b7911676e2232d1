// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the server's casts is what the server says of them. */
class BuiltInCastsTest {
    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "boolean",
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval",
            "uuid");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theServerHasTheSame(int version) {
        try (TestServer server = TestServer.start(version)) {
            List<String> there = server.rows(
                    server.url("postgres"),
                    "SELECT format_type(castsource, NULL), format_type(casttarget, NULL) FROM pg_cast");
            List<String> wrong = new ArrayList<>();
            for (String from : TYPES) {
                for (String to : TYPES) {
                    boolean missing = !from.equals(to) && !there.contains(from + "|" + to);
                    if (BuiltInCasts.isMissing(from, to) != missing) {
                        wrong.add(from + " to " + to + (missing ? " is missing" : " is there"));
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }
}
