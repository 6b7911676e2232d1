// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Catalog BEFORE = catalog("a");
    private static final Catalog BETWEEN = catalog("a", "b");
    private static final Catalog AFTER = catalog("a", "b", "c");

    @Test
    void aCatalogTellsHowFarAPlanCame() {
        Plan plan = plan(Verb.CREATE, AFTER);

        assertThat(Standing.stepsDone(plan, BEFORE)).hasValue(0);
        assertThat(Standing.stepsDone(plan, BETWEEN)).hasValue(1);
        assertThat(Standing.stepsDone(plan, AFTER)).hasValue(2);
        assertThat(Standing.stepsDone(plan, catalog("z"))).isEmpty();
    }

    @Test
    void aConversionThatLeftNoTraceIsNeitherSkippedNorRunTwice() {
        Plan plan = plan(Verb.CONVERT, BETWEEN);

        assertThat(Standing.stepsDone(plan, BEFORE)).hasValue(0);
        assertThatThrownBy(() -> Standing.stepsDone(plan, BETWEEN))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STANDING_UNKNOWN))
                .hasMessageContaining("step 2")
                .hasMessageContaining("statement of step 2");
    }

    @Test
    void aStepThatOnlyLooksAtRowsLooksAgain() {
        Step look = new Step(
                1,
                Verb.ALTER,
                ObjectKey.of(ObjectKind.SCHEMA, "a"),
                List.of("look"),
                "",
                EnumSet.of(Hazard.DATA_DEPENDENT),
                Optional.empty(),
                TransactionMode.ALONE,
                Timeouts.LONG,
                Optional.empty());
        Plan plan = new Plan(
                BEFORE.product(),
                BEFORE.fingerprint(),
                AFTER.fingerprint(),
                List.of(look, step(2, Verb.CREATE), look.numbered(3), step(4, Verb.CREATE)),
                List.of(),
                List.of(
                        new Checkpoint(1, BEFORE.fingerprint()),
                        new Checkpoint(2, BETWEEN.fingerprint()),
                        new Checkpoint(3, BETWEEN.fingerprint()),
                        new Checkpoint(4, AFTER.fingerprint())),
                Optional.empty());

        assertThat(Standing.stepsDone(plan, BEFORE)).hasValue(0);
        assertThat(Standing.stepsDone(plan, BETWEEN)).hasValue(2);
        assertThat(Standing.stepsDone(plan, AFTER)).hasValue(4);
    }

    private static Plan plan(Verb second, Catalog desired) {
        return new Plan(
                BEFORE.product(),
                BEFORE.fingerprint(),
                desired.fingerprint(),
                List.of(step(1, Verb.CREATE), step(2, second)),
                List.of(),
                List.of(new Checkpoint(1, BETWEEN.fingerprint()), new Checkpoint(2, desired.fingerprint())),
                Optional.empty());
    }

    private static Step step(int number, Verb verb) {
        return new Step(
                number,
                verb,
                ObjectKey.of(ObjectKind.SCHEMA, "s" + number),
                List.of("statement of step " + number),
                "a test",
                Set.of(),
                Optional.empty(),
                TransactionMode.ALONE,
                Timeouts.QUICK,
                Optional.empty());
    }

    private static Catalog catalog(String... schemas) {
        Catalog.Builder builder = Catalog.builder(new DatabaseProduct("postgres", "18.0", 18));
        for (String schema : schemas) {
            builder.add(new NamedSchema(ObjectKey.of(ObjectKind.SCHEMA, schema)));
        }
        return builder.build();
    }
}
