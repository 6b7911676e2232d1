// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.gap.HealthFacts;
import dev.plumbline.gap.InventoryRow;
import dev.plumbline.gap.InventoryType;
import dev.plumbline.gap.MissingTable;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gap analysis between versions of the platform: looked at once as a whole, and checked against pg_catalog. */
class MeshGapTest {
    private static final String OWN =
            " IN ('mcp', 'public') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE" + " d.deptype = 'e' AND d.objid = ";
    private static final String RELATIONS =
            "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname" + OWN + "c.oid) AND ";

    private static final String COLUMNS = "pg_attribute a, " + RELATIONS
            + "a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')";

    /** How each type of the inventory is counted in pg_catalog, by people who know nothing of the introspector. */
    private static final Map<InventoryType, String> COUNTS = new EnumMap<>(Map.ofEntries(
            Map.entry(InventoryType.TABLE, RELATIONS + "c.relkind IN ('r', 'p') AND NOT c.relispartition"),
            Map.entry(InventoryType.PARTITION, RELATIONS + "c.relkind IN ('r', 'p') AND c.relispartition"),
            Map.entry(InventoryType.VIEW, RELATIONS + "c.relkind = 'v'"),
            Map.entry(InventoryType.COLUMN, COLUMNS + " AND NOT c.relispartition"),
            Map.entry(
                    InventoryType.INDEX,
                    "pg_index i, " + RELATIONS + "c.oid = i.indexrelid AND NOT c.relispartition AND NOT EXISTS"
                            + " (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))"),
            Map.entry(InventoryType.PRIMARY_KEY, constraints("p")),
            Map.entry(InventoryType.UNIQUE, constraints("u")),
            Map.entry(InventoryType.FOREIGN_KEY, constraints("f")),
            Map.entry(InventoryType.CHECK, constraints("c") + " AND k.coninhcount = 0"),
            Map.entry(
                    InventoryType.FUNCTION,
                    "pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname" + OWN + "p.oid)"),
            Map.entry(
                    InventoryType.TRIGGER,
                    "pg_trigger t, " + RELATIONS + "t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgparentid = 0"),
            Map.entry(InventoryType.POLICY, "pg_policy y, " + RELATIONS + "y.polrelid = c.oid")));

    private static String constraints(String type) {
        return "pg_constraint k, " + RELATIONS + "k.conrelid = c.oid AND k.conparentid = 0 AND k.contype = '" + type
                + "'";
    }

    @ParameterizedTest
    @ValueSource(strings = {MeshServer.LATEST, MeshServer.DYNAMIC_TOOLS})
    void theReportIsTheOneThatWasLookedAt(String version) throws Exception {
        try (MeshServer server = new MeshServer()) {
            LoadedSchema actual = server.load(MeshServer.INITIAL);
            LoadedSchema desired = server.load(version);
            Gap gap = server.plumbline().gap(actual, desired);
            String report = new MarkdownReport()
                    .of(gap, GapAnalysis.of(gap, HealthFacts.NONE), MeshServer.INITIAL, version)
                    .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL N")
                    .replaceAll("(pgcrypto|plpgsql|uuid-ossp|vector) [0-9.]+", "$1 N");
            Golden.check("mesh/gap-to-" + version + ".md", report);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MeshServer.LATEST, MeshServer.DYNAMIC_TOOLS})
    void theInventoryAgreesWithTheServersOwnCatalog(String version) throws Exception {
        try (MeshServer server = new MeshServer()) {
            DatabaseUrl live = server.build("mesh_actual", MeshServer.INITIAL);
            DatabaseUrl goal = server.build("mesh_desired", version);
            Gap gap = server.plumbline().gap(server.load(MeshServer.INITIAL), server.load(version));
            GapAnalysis analysis = GapAnalysis.of(gap, HealthFacts.NONE);
            for (Map.Entry<InventoryType, String> count : COUNTS.entrySet()) {
                InventoryRow row = analysis.inventory().stream()
                        .filter(r -> r.type() == count.getKey())
                        .findFirst()
                        .orElseGet(() -> new InventoryRow(count.getKey(), 0, 0, 0, 0, 0, Optional.empty()));
                String query = "SELECT count(*) FROM " + count.getValue();
                assertThat(List.of(row.actual(), row.desired()))
                        .as("%s", count.getKey())
                        .containsExactly(number(live, query), number(goal, query));
                assertThat(row.missing() - row.extra()).isEqualTo(row.desired() - row.actual());
            }
            agree(gap, ObjectKind.INDEX, live, goal, "c.relname FROM " + COUNTS.get(InventoryType.INDEX));
            agree(gap, ObjectKind.VIEW, live, goal, "c.relname FROM " + COUNTS.get(InventoryType.VIEW));
            agree(
                    gap,
                    ObjectKind.FUNCTION,
                    live,
                    goal,
                    "p.proname || '(' || coalesce((SELECT string_agg(CASE WHEN t.typname = 'vector' THEN 'public.' ELSE ''"
                            + " END || format_type(t.oid, NULL), ', ' ORDER BY a.n) FROM unnest(p.proargtypes)"
                            + " WITH ORDINALITY a(type, n) JOIN pg_type t ON t.oid = a.type), '') || ')' FROM "
                            + COUNTS.get(InventoryType.FUNCTION));
            agree(gap, ObjectKind.COLUMN, live, goal, "c.relname || '.' || a.attname FROM " + COLUMNS);
            SortedSet<String> tables = difference(live, goal, "c.relname FROM " + COUNTS.get(InventoryType.TABLE));
            assertThat(analysis.missingTables().stream().map(MissingTable::key).map(key -> key.name()))
                    .containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    /** Compares the missing objects of a kind with what one database has and the other has not. */
    private static void agree(Gap gap, ObjectKind kind, DatabaseUrl live, DatabaseUrl goal, String select)
            throws SQLException {
        SortedSet<String> missing = new TreeSet<>();
        gap.changes(Change.Missing.class)
                .map(Change.Missing::key)
                .filter(key -> key.kind() == kind)
                .filter(key -> gap.desired()
                        .find(key, Index.class)
                        .flatMap(index -> index.attachedTo())
                        .isEmpty())
                .forEach(key -> missing.add(
                        String.join(".", key.path().subList(1, key.path().size()))));
        assertThat(missing).as("missing %s", kind.plural()).isEqualTo(difference(live, goal, select));
    }

    private static SortedSet<String> difference(DatabaseUrl live, DatabaseUrl goal, String select) throws SQLException {
        SortedSet<String> missing = new TreeSet<>(MeshServer.query(goal, "SELECT " + select));
        missing.removeAll(MeshServer.query(live, "SELECT " + select));
        return missing;
    }

    private static int number(DatabaseUrl url, String query) throws SQLException {
        return Integer.parseInt(MeshServer.query(url, query).get(0));
    }

    @Test
    void aReplayIsWhatTheDriverMakesOfTheSameFiles() throws Exception {
        try (MeshServer server = new MeshServer()) {
            DatabaseUrl built = server.build("mesh_built", MeshServer.LATEST);
            LoadedSchema live = server.plumbline().load(new SchemaSource.LiveDatabase(built));
            assertThat(server.plumbline()
                            .gap(live, server.load(MeshServer.LATEST))
                            .changes())
                    .isEmpty();
        }
    }
}
