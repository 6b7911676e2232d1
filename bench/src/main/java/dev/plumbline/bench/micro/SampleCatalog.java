// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.micro;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Catalogs of as many tables as wanted, each with five columns and an index. */
final class SampleCatalog {
    private static final List<String> TYPES =
            List.of("bigint", "text", "numeric(12,2)", "timestamp with time zone", "jsonb");

    private SampleCatalog() {}

    static Catalog of(int tables) {
        Catalog.Builder builder = Catalog.builder(new DatabaseProduct("postgres", "18.0", 18));
        for (int i = 0; i < tables; i++) {
            add(builder, "table_" + i);
        }
        return builder.build();
    }

    private static void add(Catalog.Builder builder, String name) {
        ObjectKey table = ObjectKey.of(ObjectKind.TABLE, "public", name);
        builder.add(new Table(
                table,
                false,
                Optional.of("heap"),
                Optional.empty(),
                Collections.emptySortedMap(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false,
                "DEFAULT"));
        for (int i = 0; i < TYPES.size(); i++) {
            ObjectKey column = table.child(ObjectKind.COLUMN, "column_" + i);
            builder.add(new Column(
                    column,
                    i + 1,
                    table,
                    TYPES.get(i),
                    Optional.empty(),
                    i == 0,
                    Optional.empty(),
                    new ColumnValue.Given(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Collections.emptySortedMap()));
            builder.dependency(column, table);
        }
        ObjectKey index = ObjectKey.of(ObjectKind.INDEX, "public", name + "_index");
        builder.add(new Index(
                index,
                table,
                "CREATE INDEX " + name + "_index ON public." + name + " USING btree (column_1)",
                "btree",
                false,
                List.of("column_1"),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                Collections.emptySortedMap()));
        builder.dependency(index, table);
        builder.dependency(index, table.child(ObjectKind.COLUMN, "column_1"));
    }
}
