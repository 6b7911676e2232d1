// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.postgres.technique.VolatileDefault;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of functions that give every row another value is held against those of the server. */
class VolatileDefaultTest {
    /** It is volatile for times of a day alone; as AT TIME ZONE it is in defaults everywhere, and steady there. */
    private static final Set<String> OUTSIDE = Set.of("timezone");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theServersFunctionsAreKnown(int version) {
        try (TestServer server = TestServer.start(version)) {
            assertThat(server.rows(
                            server.url("postgres"),
                            "SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND prokind = 'f'"
                                    + " AND NOT proretset AND pronamespace = 'pg_catalog'::regnamespace"
                                    + " AND prorettype <> ALL (ARRAY['trigger', 'event_trigger', 'internal', 'void',"
                                    + " 'cstring']::regtype[]) AND NOT 'internal'::regtype = ANY (proargtypes::oid[])"))
                    .isNotEmpty()
                    .allMatch(name -> VolatileDefault.isBuiltIn(name) || OUTSIDE.contains(name));
            assertThat(server.rows(
                            server.url("postgres"),
                            "SELECT proname FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace"
                                    + " AND proname !~ '^pg_' GROUP BY proname HAVING bool_and(provolatile <> 'v')"))
                    .isNotEmpty()
                    .noneMatch(name -> VolatileDefault.isBuiltIn(name));
        }
    }
}
