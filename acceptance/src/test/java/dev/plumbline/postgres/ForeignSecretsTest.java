// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.UserMapping;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import org.junit.jupiter.api.Test;

/** The password of a user mapping stays in the database: no catalog and no plan holds it, and it is not compared. */
class ForeignSecretsTest {
    private static final String DECLARED = """
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h', sslpassword 'hunter1');
            CREATE USER MAPPING FOR app_reader SERVER s
                OPTIONS ("user" 'me', password '%s', password_required 'true');
            """;

    @Test
    void areNeitherShownNorCompared() {
        try (TestServer server = TestServer.start(18)) {
            LoadedSchema desired = server.declared(DECLARED.formatted("hunter2"));
            UserMapping mapping = desired.catalog()
                    .find(ObjectKey.of(ObjectKind.USER_MAPPING, "s", "app_reader"), UserMapping.class)
                    .orElseThrow();
            assertThat(mapping.options()).containsOnlyKeys("user", "password_required");
            assertThat(mapping.secrets()).containsExactly("password");
            assertThat(desired.catalog().objects().toString()).doesNotContain("hunter");

            DatabaseUrl empty = server.database("empty", "");
            Plan plan = server.plumbline().plan(server.live(empty), desired, PlanOptions.DEFAULT);
            assertThat(plan.toString()).doesNotContain("hunter").contains("password must be set by hand");
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();

            DatabaseUrl other = server.database("other", DECLARED.formatted("hunter3"));
            assertThat(server.plumbline().gap(server.live(other), desired).changes())
                    .isEmpty();
        }
    }
}
