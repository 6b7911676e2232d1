// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.InventoryType;
import dev.plumbline.gap.RedundantIndex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalog as a document: how many of each type, and their names. */
final class CatalogDocument {
    private CatalogDocument() {}

    static Document of(Catalog catalog, String origin, boolean names) {
        Map<InventoryType, List<String>> byType = new EnumMap<>(InventoryType.class);
        for (SchemaObject object : catalog.objects()) {
            Optional<InventoryType> type = InventoryType.of(object, catalog);
            type.ifPresent(t -> byType.computeIfAbsent(t, k -> new ArrayList<>())
                    .add(object.key().qualifiedName()));
        }
        Document.Builder document = new Document.Builder();
        document.heading(1, origin);
        document.paragraph(
                catalog.product() + ", " + Texts.count(catalog.objects().size(), "object", "objects") + ", fingerprint "
                        + catalog.fingerprint().abbreviated());
        List<List<Cell>> rows = new ArrayList<>();
        byType.forEach((type, all) -> rows.add(
                names
                        ? List.of(Cell.of(type.label()), Cell.of(all.size()), Cell.of(named(type, all)))
                        : List.of(Cell.of(type.label()), Cell.of(all.size()))));
        if (!rows.isEmpty()) {
            document.table(names ? "type|#number|names" : "type|#number", rows);
        }
        if (names) {
            RedundantIndexRows.add(RedundantIndex.in(catalog), document);
        }
        if (!catalog.unmodelled().isEmpty()) {
            document.heading(2, Texts.count(catalog.unmodelled().size(), "object", "objects") + " not modelled");
            document.bullets(catalog.unmodelled().stream()
                    .map(object -> new Cell(object.toString(), Tone.NOTABLE))
                    .toList());
        }
        return document.build();
    }

    /** What is part of a table is counted, not named: its table is. */
    private static String named(InventoryType type, List<String> names) {
        return switch (type) {
            case COLUMN,
                    DEFAULT,
                    PRIMARY_KEY,
                    UNIQUE,
                    FOREIGN_KEY,
                    CHECK,
                    EXCLUSION,
                    CONSTRAINT,
                    GRANT,
                    OWNER,
                    COMMENT -> "";
            case SCHEMA,
                    EXTENSION,
                    TYPE,
                    COLLATION,
                    SEQUENCE,
                    TABLE,
                    PARTITION,
                    VIRTUAL_TABLE,
                    INDEX,
                    FUNCTION,
                    VIEW,
                    MATERIALIZED_VIEW,
                    TRIGGER,
                    RULE,
                    POLICY,
                    STATISTICS,
                    FOREIGN_TABLE,
                    PUBLICATION,
                    ACCESSORY ->
                String.join(", ", names.subList(0, Math.min(names.size(), 40)))
                        + (names.size() > 40 ? " and " + (names.size() - 40) + " more" : "");
        };
    }
}
