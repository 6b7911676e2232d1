// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of a pair that fails, and what a checklist misses. */
class ShrinkerTest {
    private static final PairCheck.Failed FAILED = new PairCheck.Failed("lost", "");

    @Test
    void leavesWhatIsNeededToFail() {
        SchemaPair pair = new SchemaPair(
                7,
                List.of(
                        table("a", "x INT", "NOT NULL"),
                        table("b", "y INT", "UNIQUE", "CHECK (y > 0)"),
                        table("c", "z")),
                List.of(table("a", "x INT"), table("b", "y INT", "UNIQUE"), table("c", "z TEXT")),
                List.of(row("a"), row("b"), row("b"), row("c")));
        PairCheck check = candidate -> fails(candidate) ? FAILED : new PairCheck.Passed();

        SchemaPair small = Shrinker.shrink(pair, check, FAILED);

        assertThat(small.actual())
                .extracting(Element::sql)
                .containsExactly("CREATE TABLE b (y INT CHECK (y > 0)) STRICT");
        assertThat(small.desired()).isEmpty();
        assertThat(small.rows()).extracting(Row::table).containsExactly("b");
    }

    private static boolean fails(SchemaPair pair) {
        return pair.actual().stream()
                        .anyMatch(element ->
                                element.sql().contains("CHECK") && element.sql().contains("STRICT"))
                && pair.rows().stream().anyMatch(row -> row.table().equals("b"));
    }

    @Test
    void keepsToTheKindOfFailure() {
        SchemaPair pair = new SchemaPair(7, List.of(table("a", "x"), table("b", "y")), List.of(), List.of());
        PairCheck check = candidate -> candidate.actual().size() < 2 ? new PairCheck.Failed("another", "") : FAILED;

        assertThat(Shrinker.shrink(pair, check, FAILED).actual()).hasSize(2);
    }

    @Test
    void aFeatureThatNeverCameIsAGap() {
        Checklist checklist = new Checklist(List.of(Feature.of("strict", "STRICT"), Feature.of("check", "CHECK")));
        checklist.add(Map.of("t", "CREATE TABLE t (a) STRICT"), Map.of("t", "CREATE TABLE t (a, b) STRICT"));
        checklist.add(Map.of("t", "CREATE TABLE t (a) STRICT"), Map.of("t", "CREATE TABLE t (a CHECK (a))"));

        assertThat(checklist.gaps()).containsExactly("strict comes", "check goes", "check is kept through a change");
    }

    private static Element table(String name, String... words) {
        return new Element(
                "table " + name,
                "CREATE TABLE " + name + " (",
                List.of(Clause.of(words)),
                ", ",
                ")",
                List.of(" STRICT"));
    }

    private static Row row(String table) {
        return new Row(table, new LinkedHashMap<>(Map.of("x", "1")));
    }
}
