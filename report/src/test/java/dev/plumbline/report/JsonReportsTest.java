// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.StepCost;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values go into JSON and come back the same. */
class JsonReportsTest {
    private final JsonReports json = new JsonReports();

    @Test
    void catalogOfEveryKindComesBackTheSame() {
        Catalog catalog = Samples.catalogOfEveryKind();

        Catalog read = json.readCatalog(json.write(catalog), "it");

        assertThat(read.fingerprint()).isEqualTo(catalog.fingerprint());
        assertThat(List.copyOf(read.objects())).isEqualTo(List.copyOf(catalog.objects()));
        assertThat(read.unmodelled()).isEqualTo(catalog.unmodelled());
        assertThat(read.product()).isEqualTo(catalog.product());
        for (SchemaObject object : catalog.objects()) {
            assertThat(read.dependencies(object.key())).isEqualTo(catalog.dependencies(object.key()));
        }
    }

    @Test
    void planOfAnEarlierVersionHasCostsWithoutSizes() {
        Plan plan = Samples.plan();
        String older = json.write(plan)
                .replaceAll("(?s),\\s*\"rebuilds\".*?\"takes\"\\s*:\\s*\\{.*?\\}", "")
                .replaceAll("\\s*\"table\" : null,", "");

        assertThat(older).doesNotContain("takes").doesNotContain("builds").contains("scans");
        StepCost cost = json.readPlan(older, "it").steps().getFirst().cost().orElseThrow();
        assertThat(cost.scans()).containsExactly("app.users");
        assertThat(cost.sizes()).isEmpty();
        assertThat(cost.takes()).isEmpty();
    }

    @Test
    void planComesBackTheSame() {
        Plan plan = Samples.plan();

        assertThat(json.readPlan(json.write(plan), "it")).isEqualTo(plan);
    }

    @Test
    void sameValueGivesSameText() {
        assertThat(json.write(Samples.catalogOfEveryKind())).isEqualTo(json.write(Samples.catalogOfEveryKind()));
    }

    /** What a newer version writes of an object, and an older one did not know of. */
    @Test
    void catalogOfAnOlderVersionComesBack() {
        ObjectKey table = ObjectKey.of(ObjectKind.TABLE, "app", "users");
        Catalog catalog = Catalog.builder(new DatabaseProduct("postgres", "17.5", 17))
                .add(new Column(
                        table.child(ObjectKind.COLUMN, "id"),
                        1,
                        table,
                        "integer",
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        new ColumnValue.Given(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>()))
                .add(new MaterializedView(
                        ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, "app", "totals"),
                        "SELECT 1 AS one",
                        List.of(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(),
                        new TreeMap<>()))
                .build();
        String old = json.write(catalog)
                .replaceAll("\\s*\"(settings|foreignOptions|options)\"\\s*:\\s*\\{\\s*\\},?", "")
                .replaceAll("\\s*\"notNullOptions\"\\s*:\\s*\\[\\s*\\],?", "")
                .replaceAll(",(\\s*})", "$1");

        assertThat(old).doesNotContain("settings", "foreignOptions", "notNullOptions");
        assertThat(List.copyOf(json.readCatalog(old, "snapshot.json").objects()))
                .isEqualTo(List.copyOf(catalog.objects()));
    }

    @Test
    void changedCatalogIsRefused() {
        String changed = json.write(Samples.catalogOfEveryKind()).replace("\"text ", "\"texts ");

        assertInvalid(() -> json.readCatalog(changed, "snapshot.json"), "changed after it was written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"plumbline\": 1, \"kind\": \"plan\"}"})
    void whatIsNoCatalogIsRefusedByName(String text) {
        assertInvalid(() -> json.readCatalog(text, "snapshot.json"), "snapshot.json");
    }

    @Test
    void newerFormatIsRefused() {
        assertInvalid(() -> json.readPlan("{\"plumbline\": 2, \"kind\": \"plan\"}", "plan.json"), "format 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP COLUMN old -> DROP COLUMN older",
                "\"OUTSIDE\" -> \"BEGINS\"",
                "\"IRREVERSIBLE\" -> \"REWRITE\"",
                "\"keptRows\" : 8 -> \"keptRows\" : 9",
                "\"afterStep\" : 1 -> \"afterStep\" : 2",
                "\"the values of old\" -> \"nothing\""
            })
    void planThatWasEditedIsNoLongerProven(String edit) {
        String[] words = edit.split(" -> ", 2);
        String written = json.write(Samples.plan());
        String edited = written.replace(words[0], words[1]);
        assertThat(edited).isNotEqualTo(written);

        Plan plan = json.readPlan(edited, "plan.json");

        assertThat(plan.proof().orElseThrow().holds()).isFalse();
        assertThat(ProofSentence.of(plan)).isEqualTo("No longer proven: plan.json was edited after it was proven.");
        // What was found on a scratch database was found of other steps.
        assertThat(plan.checkpoints()).isEmpty();
        assertThat(plan.steps()).allMatch(step -> step.cost().isEmpty());
        assertThat(plan.steps()).hasSize(2);
        // It stays so, however often it is written.
        assertThat(json.readPlan(json.write(plan), "again.json")
                        .proof()
                        .orElseThrow()
                        .holds())
                .isFalse();
    }

    @Test
    void planWhoseWordsAndLayoutWereEditedIsStillProven() {
        String edited = json.write(Samples.plan())
                .replace("queries by name", "the list of users is sorted")
                .replaceAll("\\s*\n\\s*", " ");

        assertThat(json.readPlan(edited, "plan.json").proof())
                .isEqualTo(Samples.plan().proof());
    }

    @Test
    void proofWithoutItsChecksumIsNone() {
        String edited = json.write(Samples.plan()).replaceAll("\"proven\" : \"[0-9a-f]{64}\"", "\"x\" : 1");

        assertThat(ProofSentence.of(json.readPlan(edited, "plan.json")))
                .isEqualTo("No longer proven: plan.json has no checksum of what was proven.");
    }

    @Test
    void brokenPlanSaysWhere() {
        String broken = json.write(Samples.plan()).replace("\"ACCESS_EXCLUSIVE\"", "\"NO_SUCH_LOCK\"");

        assertInvalid(() -> json.readPlan(broken, "plan.json"), "NO_SUCH_LOCK");
    }

    private static void assertInvalid(ThrowingCallable call, String text) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_FILE))
                .hasMessageContaining(text);
    }
}
