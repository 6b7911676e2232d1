// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the analysis concludes from two catalogs. */
class GapAnalysisTest {
    private static final Catalog EMPTY = new Catalogs().build();

    @Test
    void equalCatalogsHaveNothingToTell() {
        GapAnalysis analysis = analyse(EMPTY, EMPTY);

        assertThat(analysis.isEmpty()).isTrue();
        assertThat(analysis.worst()).isEmpty();
        assertThat(analysis.recommendation().way()).isEqualTo(Recommendation.Way.NOTHING);
        assertThat(analysis.inventory()).allMatch(InventoryRow::isEven);
    }

    @Test
    void partsOfMissingTableDoNotStandForThemselves() {
        Catalog desired = new Catalogs()
                .table("users", "id bigint not null")
                .primaryKey("users", "id")
                .build();

        GapAnalysis analysis = analyse(EMPTY, desired);

        assertThat(analysis.discrepancies()).hasSize(3);
        assertThat(analysis.essential().map(Discrepancy::key)).containsExactly(Catalogs.tableKey("users"));
        assertThat(analysis.worst()).contains(Impact.HIGH);
    }

    @Test
    void onlyNamesThatStatementsUseAreMissedUnderTheirNewOne() {
        Catalog both = new Catalogs().table("users", "id bigint not null").build();
        Change column = renamed(Catalogs.columnKey("users", "nr"), Catalogs.columnKey("users", "id"));
        Change key = renamed(
                Catalogs.tableKey("users").child(ObjectKind.CONSTRAINT, "users_pk"),
                Catalogs.tableKey("users").child(ObjectKind.CONSTRAINT, "users_pkey"));

        GapAnalysis analysis = GapAnalysis.of(new Gap(both, both, List.of(column, key), List.of()), HealthFacts.NONE);

        assertThat(analysis.discrepancies())
                .extracting(Discrepancy::key, Discrepancy::impact)
                .containsExactly(tuple(column.key(), Impact.HIGH), tuple(key.key(), Impact.LOW));
    }

    private static Change renamed(ObjectKey from, ObjectKey to) {
        return new Change.Renamed(from, to);
    }

    @Test
    void inventoryCountsPartitionsApartAndTheirColumnsNotAtAll() {
        Catalog desired = new Catalogs()
                .table("events", "id bigint")
                .partition("events_rest", "events")
                .build();

        GapAnalysis analysis = analyse(EMPTY, desired);

        assertThat(analysis.inventory())
                .extracting(InventoryRow::type, InventoryRow::desired, InventoryRow::actual, InventoryRow::missing)
                .contains(
                        tuple(InventoryType.TABLE, 1, 0, 1),
                        tuple(InventoryType.PARTITION, 1, 0, 1),
                        tuple(InventoryType.COLUMN, 1, 0, 1));
    }

    @Test
    void constraintsAreCountedByTheirKindAndTogetherWithoutPrimaryKeys() {
        Catalog actual = new Catalogs().table("users", "id bigint", "mail text").build();
        Catalog desired = new Catalogs()
                .table("users", "id bigint", "mail text")
                .table("posts", "author bigint")
                .primaryKey("users", "id")
                .unique("users", "mail")
                .foreignKey("posts", "author", "users")
                .build();

        GapAnalysis analysis = analyse(actual, desired);

        assertThat(analysis.inventory())
                .extracting(InventoryRow::type, InventoryRow::desired, InventoryRow::actual, InventoryRow::missing)
                .contains(
                        tuple(InventoryType.PRIMARY_KEY, 1, 0, 1),
                        tuple(InventoryType.UNIQUE, 1, 0, 1),
                        tuple(InventoryType.FOREIGN_KEY, 1, 0, 1),
                        tuple(InventoryType.CONSTRAINT, 2, 0, 2));
        assertThat(analyse(desired, desired).inventory()).allMatch(InventoryRow::isEven);
    }

    @Test
    void missingPolicyAndSwitchedOffRowSecurityLoseIsolation() {
        Catalog actual = new Catalogs().table("docs", "tenant bigint").build();
        Catalog desired = new Catalogs()
                .securedTable("docs", "tenant bigint")
                .policy("docs", "own", "tenant")
                .build();

        GapAnalysis analysis = analyse(actual, desired);

        assertThat(analysis.worst()).contains(Impact.CRITICAL);
        assertThat(rules(analysis)).containsOnly(ImpactRule.ISOLATION_LOST);
    }

    @Test
    void missingUniqueIndexIsCriticalAndMissingLookupIndexIsNot() {
        Catalog actual = new Catalogs().table("users", "mail text", "name text").build();
        Catalog desired = new Catalogs()
                .table("users", "mail text", "name text")
                .index("users", "users_mail", "btree", true, "mail")
                .index("users", "users_name", "btree", false, "name")
                .build();

        assertThat(rules(analyse(actual, desired)))
                .containsExactly(ImpactRule.UNIQUENESS_LOST, ImpactRule.INDEX_MISSING);
    }

    @Test
    void indexOnSmallTableMattersLittle() {
        Catalog actual = new Catalogs().table("users", "name text").build();
        Catalog desired = new Catalogs()
                .table("users", "name text")
                .index("users", "users_name", "btree", false, "name")
                .build();

        GapAnalysis analysis = GapAnalysis.of(
                GapFinder.between(actual, desired),
                new HealthFacts(List.of(), Map.of(Catalogs.tableKey("users"), 12L)));

        assertThat(rules(analysis)).containsExactly(ImpactRule.SMALL_TABLE);
        assertThat(analysis.discrepancies().get(0).mainReason().text()).contains("about 12 rows");
    }

    @Test
    void missingColumnThatKeyIsMadeOfIsCritical() {
        Catalog actual = new Catalogs().table("keys", "id bigint").build();
        Catalog desired = new Catalogs()
                .table("keys", "id bigint", "key_type text")
                .unique("keys", "key_type")
                .build();

        assertThat(rules(analyse(actual, desired)))
                .contains(ImpactRule.KEY_COLUMN_MISSING)
                .contains(ImpactRule.UNIQUENESS_LOST);
    }

    @Test
    void columnAndItsDefaultAreOneEntry() {
        Catalog actual = new Catalogs().table("keys", "kind text").build();
        Catalog desired = new Catalogs()
                .table("keys", "kind varchar not null")
                .defaultValue("keys", "kind", "'user'::text")
                .build();

        List<ColumnDiscrepancies> columns = analyse(actual, desired).columns();

        assertThat(columns).hasSize(1);
        ColumnDiscrepancies.Entry entry = columns.get(0).entries().get(0);
        assertThat(entry.actual()).isEqualTo("text");
        assertThat(entry.desired()).isEqualTo("varchar not null default 'user'::text");
        assertThat(entry.differences()).extracting(Difference::component).contains("type", "notNull", "default");
    }

    @Test
    void missingTablesComeInTiersByWhatNeedsThem() {
        Catalog desired = new Catalogs()
                .table("tenants", "id bigint")
                .primaryKey("tenants", "id")
                .table("users", "id bigint", "tenant bigint")
                .foreignKey("users", "tenant", "tenants")
                .table("jobs", "id bigint")
                .function("run", "begin delete from app.jobs; end")
                .build();

        assertThat(analyse(EMPTY, desired).missingTables())
                .extracting(table -> table.key().name(), MissingTable::tier)
                .containsExactly(
                        tuple("tenants", MissingTable.Tier.FOUNDATION),
                        tuple("jobs", MissingTable.Tier.LOGIC),
                        tuple("users", MissingTable.Tier.LEAF));
    }

    @Test
    void deployOrderPutsReferencedTablesInEarlierLayersAndSurvivesCircles() {
        Catalog desired = new Catalogs()
                .table("a", "id bigint", "b bigint")
                .table("b", "id bigint", "a bigint")
                .foreignKey("a", "b", "b")
                .foreignKey("b", "a", "a")
                .table("z", "id bigint")
                .table("c", "z bigint")
                .foreignKey("c", "z", "z")
                .build();

        List<DeployPhase> phases = analyse(EMPTY, desired).deployOrder();

        assertThat(phases).extracting(DeployPhase::title).containsExactly("tables", "foreign keys");
        List<List<ObjectKey>> layers = phases.get(0).layers();
        assertThat(layerOf(layers, "z")).isLessThan(layerOf(layers, "c"));
    }

    @Test
    void emptyDatabaseWithLittleInItIsBetterMadeAnew() {
        Catalog desired =
                new Catalogs().table("users", "id bigint", "name text").build();

        GapAnalysis analysis = analyse(EMPTY, desired);

        assertThat(analysis.recommendation().way()).isEqualTo(Recommendation.Way.RECREATE);
    }

    @Test
    void unknownNumberOfRowsMeansInPlace() {
        Catalog actual = new Catalogs().table("old", "id bigint").build();
        Catalog desired =
                new Catalogs().table("users", "id bigint", "name text").build();

        assertThat(analyse(actual, desired).recommendation().way()).isEqualTo(Recommendation.Way.IN_PLACE);
    }

    @Test
    void fanOutNamesWhatWaits() {
        Catalog desired = new Catalogs()
                .table("tenants", "id bigint")
                .table("users", "tenant bigint")
                .foreignKey("users", "tenant", "tenants")
                .build();

        FanOut first = analyse(EMPTY, desired).fanOut().get(0);

        assertThat(first.missing()).isEqualTo(Catalogs.tableKey("tenants"));
        assertThat(first.direct())
                .containsExactly(ObjectKey.of(ObjectKind.CONSTRAINT, "app", "users", "users_tenant_fkey"));
    }

    @Test
    void extraRequiredColumnBreaksInserts() {
        Catalog actual =
                new Catalogs().table("users", "id bigint", "ssn text not null").build();
        Catalog desired = new Catalogs().table("users", "id bigint").build();

        assertThat(rules(analyse(actual, desired))).containsExactly(ImpactRule.COLUMN_REQUIRED);
    }

    @Test
    void dirtyHistoryIsWarnedAbout() {
        GapAnalysis analysis = GapAnalysis.of(
                GapFinder.between(EMPTY, EMPTY),
                new HealthFacts(
                        List.of(new HealthFacts.History(
                                "golang-migrate", "public.schema_migrations", 1, "dirty at version 1")),
                        Map.of()));

        assertThat(analysis.health().warnings()).singleElement().asString().contains("dirty at version 1");
    }

    private static GapAnalysis analyse(Catalog actual, Catalog desired) {
        return GapAnalysis.of(GapFinder.between(actual, desired), HealthFacts.NONE);
    }

    private static List<ImpactRule> rules(GapAnalysis analysis) {
        return analysis.discrepancies().stream()
                .map(discrepancy -> discrepancy.mainReason().rule())
                .toList();
    }

    private static int layerOf(List<List<ObjectKey>> layers, String table) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).contains(Catalogs.tableKey(table))) {
                return i;
            }
        }
        throw new AssertionError(table);
    }
}
