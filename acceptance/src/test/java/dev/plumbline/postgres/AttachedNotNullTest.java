// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partition that was a table before has its NOT NULL under a name of its own, since PostgreSQL 18 as its parent's alone. */
class AttachedNotNullTest {
    @ParameterizedTest
    @ValueSource(ints = {17, 18})
    void theTypeOfSuchAColumnChangesAsOnTheLiveServer(int version) {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl live = server.database("attached", tables("int"));
            server.run(live, "INSERT INTO plain VALUES (1, 2); INSERT INTO keyed VALUES (3, 4)");

            Plan plan =
                    server.plumbline().plan(server.live(live), server.declared(tables("bigint")), PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            plan.steps().forEach(step -> step.statements().forEach(statement -> server.run(live, statement)));

            assertThat(
                            server.rows(
                                    live,
                                    "SELECT pg_typeof(size)::text FROM plain UNION ALL SELECT pg_typeof(size)::text FROM keyed"))
                    .containsExactly("bigint", "bigint");
        }
    }

    private static String tables(String type) {
        return """
                CREATE TABLE plain (id int, size TYPE NOT NULL) PARTITION BY RANGE (id);
                CREATE TABLE plain_1 (id int, size TYPE NOT NULL);
                ALTER TABLE plain ATTACH PARTITION plain_1 FOR VALUES FROM (1) TO (10);
                CREATE TABLE keyed (id int NOT NULL, size TYPE NOT NULL, PRIMARY KEY (id, size)) PARTITION BY RANGE (id);
                CREATE TABLE keyed_1 (id int NOT NULL, size TYPE NOT NULL);
                ALTER TABLE keyed ATTACH PARTITION keyed_1 FOR VALUES FROM (1) TO (10);
                """.replace("TYPE", type);
    }
}
