// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.postgres.change.BuiltInCasts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of casts that a plan relies on is held against those of the server. */
class BuiltInCastsTest {
    /** A cast that never worked and went with 15, and types of which no column can be. */
    private static final List<String> OUTSIDE = List.of(
            "path|point", "pg_dependencies|bytea", "pg_mcv_list|bytea", "pg_ndistinct|bytea", "pg_node_tree|text");

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void theServerHasTheSame(int version) {
        try (TestServer server = TestServer.start(version)) {
            List<String> there = server.rows(
                    server.url("postgres"),
                    "SELECT format_type(castsource, NULL), format_type(casttarget, NULL) FROM pg_cast"
                            + " JOIN pg_type AS s ON s.oid = castsource JOIN pg_type AS t ON t.oid = casttarget"
                            + " WHERE castsource <> casttarget AND s.typcategory <> 'S' AND t.typcategory <> 'S'");
            there.removeAll(OUTSIDE);
            List<String> types = server.rows(
                    server.url("postgres"),
                    "SELECT format_type(oid, NULL) FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace"
                            + " AND typtype IN ('b', 'r', 'm') AND typcategory NOT IN ('A', 'S')");
            List<String> known = new ArrayList<>();
            for (String from : types) {
                for (String to : types) {
                    if (BuiltInCasts.isThere(from, to, version)) {
                        known.add(from + "|" + to);
                    }
                }
            }
            assertThat(known).containsExactlyInAnyOrderElementsOf(there);
        }
    }
}
