// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.postgres.introspect.SystemCatalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is silently outside: every system catalog of every version is accounted for, and what is not modelled is named. */
class CompletenessTest {
    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everySystemCatalogIsAccountedFor(int version) {
        try (TestServer server = TestServer.start(version)) {
            assertThat(server.rows(
                            server.url("postgres"),
                            "SELECT relname FROM pg_class WHERE relkind = 'r'"
                                    + " AND relnamespace = 'pg_catalog'::regnamespace ORDER BY 1"))
                    .isNotEmpty()
                    .isSubsetOf(SystemCatalogs.all().keySet());
        }
    }

    @Test
    void whatIsNotModelledIsNamed() {
        try (TestServer server = TestServer.start(18)) {
            var live = server.database("live", """
                    CREATE TYPE shell;
                    CREATE TYPE base;
                    CREATE FUNCTION base_in(cstring) RETURNS base LANGUAGE internal STRICT IMMUTABLE AS 'textin';
                    CREATE FUNCTION base_out(base) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'textout';
                    CREATE TYPE base (INPUT = base_in, OUTPUT = base_out);
                    CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, NEGATOR = !==);
                    """);
            server.run(
                    live,
                    "CREATE SUBSCRIPTION sub CONNECTION 'dbname=none password=hush' PUBLICATION p"
                            + " WITH (connect = false, slot_name = NONE)");
            assertThat(server.catalog(live).unmodelled())
                    .contains(
                            new UnmodelledObject("base type", "public.base"),
                            new UnmodelledObject("base type", "public.shell"),
                            new UnmodelledObject("operator shell", "public.!=="),
                            new UnmodelledObject("subscription", "sub"))
                    .noneMatch(object -> object.toString().contains("hush"));
            server.run(live, "DROP SUBSCRIPTION sub");
        }
    }
}
