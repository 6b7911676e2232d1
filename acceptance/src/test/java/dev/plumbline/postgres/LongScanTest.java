// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What has no form that keeps nobody waiting: until 18 the server reads every table of a domain under a lock that keeps writers
 * out when it validates a check of it (PostgreSQL source, {@code typecmds.c}, {@code validateDomainCheckConstraint}).
 */
@Timeout(120)
class LongScanTest {
    private static final String DESIRED = """
            CREATE DOMAIN amount AS numeric(10, 2) CONSTRAINT amount_positive CHECK (VALUE >= 0);
            CREATE TABLE paid (id integer, sum amount, v text);
            """;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onALargeTableItMustBeAllowed() {
        DatabaseUrl live = paid("large", 600_000);
        Plan plan = sized(live);

        assertThat(plan.hazards()).contains(Hazard.BLOCKING_SCAN);
        assertThat(plan.refused(Set.of())).containsExactly(Hazard.BLOCKING_SCAN);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, live, ApplyOptions.DEFAULT))
                .withMessageContaining("BLOCKING_SCAN, reads the whole table under a lock")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HAZARD_NOT_ALLOWED));
        assertThat(server.rows(live, "SELECT conname FROM pg_constraint WHERE conname = 'amount_positive'"))
                .isEmpty();

        ApplyOptions allowing = new ApplyOptions(EnumSet.of(Hazard.BLOCKING_SCAN), 0, false);
        assertThat(server.plumbline().apply(plan, live, allowing).reachedDesired())
                .isTrue();
    }

    @Test
    void onASmallTableItIsOverInAMoment() {
        DatabaseUrl live = paid("small", 1_000);
        Plan plan = sized(live);

        assertThat(plan.hazards()).contains(Hazard.BLOCKING_SCAN);
        assertThat(plan.refused(Set.of())).isEmpty();
        assertThat(server.plumbline().apply(plan, live, ApplyOptions.DEFAULT).reachedDesired())
                .isTrue();
    }

    private static DatabaseUrl paid(String name, int rows) {
        return server.database(
                name,
                "CREATE DOMAIN amount AS numeric(10, 2); CREATE TABLE paid (id integer, sum amount, v text);"
                        + " INSERT INTO paid SELECT g, g, repeat('x', 100) FROM generate_series(1, " + rows
                        + ") AS g; ANALYZE paid");
    }

    private static Plan sized(DatabaseUrl live) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(DESIRED), PlanOptions.DEFAULT);
        return server.plumbline().withSizes(plan, live);
    }
}
