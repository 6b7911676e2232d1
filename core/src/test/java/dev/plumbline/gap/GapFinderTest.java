// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapFinderTest {
    @Test
    void columnsInAnotherOrderAreInformationAndNoChange() {
        Gap gap = GapFinder.between(
                new Catalogs()
                        .table("t", "id bigint", "a text", "b text")
                        .table("u", "id bigint")
                        .build(),
                new Catalogs()
                        .table("t", "b text", "id bigint", "a text")
                        .table("u", "id bigint")
                        .build());
        assertThat(gap.changes()).isEmpty();
        assertThat(gap.information())
                .containsExactly("columns of table app.t stand in the order id, a, b, not b, id, a");
    }

    @Test
    void whatComesAndGoesIsNoOtherOrder() {
        Gap gap = GapFinder.between(
                new Catalogs().table("t", "gone int", "id bigint", "a text").build(),
                new Catalogs().table("t", "id bigint", "new int", "a text").build());
        assertThat(gap.changes()).hasSize(2);
        assertThat(gap.information()).isEmpty();
    }

    @Test
    void aColumnThatMovesAndChangesIsBoth() {
        Gap gap = GapFinder.between(
                new Catalogs().table("t", "id bigint", "a text").build(),
                new Catalogs().table("t", "a int", "id bigint").build());
        assertThat(gap.changes()).singleElement().isInstanceOf(Change.Altered.class);
        assertThat(gap.information()).containsExactly("columns of table app.t stand in the order id, a, not a, id");
    }

    @Test
    void ofSqliteTheFirstColumnCounts() {
        Gap gap = GapFinder.between(sqlite("a", "b"), sqlite("b", "a"));
        assertThat(gap.changes()).isEmpty();
        assertThat(gap.information()).containsExactly("columns of table main.t stand in the order a, b, not b, a");
    }

    private static Catalog sqlite(String... columns) {
        ObjectKey table = ObjectKey.of(ObjectKind.TABLE, "main", "t");
        Catalog.Builder builder = Catalog.builder(new DatabaseProduct("sqlite", "3.50.0", 3));
        builder.add(new SqliteTable(table, "t", false, false, false, List.of(), Optional.empty(), ""));
        for (String name : columns) {
            builder.add(new SqliteColumn(
                    table.child(ObjectKind.COLUMN, name),
                    name,
                    List.of(columns).indexOf(name),
                    table,
                    "int",
                    false,
                    Optional.empty(),
                    0,
                    false,
                    name + " int",
                    ""));
        }
        return builder.build();
    }
}
