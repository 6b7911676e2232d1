// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Taken;
import dev.plumbline.postgres.sql.AutomaticNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that parts of complete indexes and keys have on partitions. A name is compared where the desired side gives one: where the
 * server chose it there, nobody has asked for it, and the actual one stays. The server chooses by the names of the partition and of the
 * columns, as they are when the part is made ({@code ChooseIndexName} in {@code indexcmds.c}), so a partition that was renamed later, two
 * indexes that came in another order, or parts that were built one by one would differ from it for no reason that anybody gave.
 */
public final class PartNames {
    private PartNames() {}

    /**
     * Returns the desired catalog as it is to be: of the parts that it does not name, those under the name that they have on the actual side
     * which have one of their own there.
     */
    public static Catalog settled(Catalog actual, Catalog desired) {
        Pieces pieces = new Pieces(desired);
        actual.objects().stream()
                .filter(object -> object instanceof Attachable part
                        && part.taken().filter(Taken::named).isPresent())
                .map(Attachable.class::cast)
                .filter(part -> !desired.contains(part.key()))
                .forEach(part -> OwnParts.implied(part.taken().orElseThrow().by(), part.on(), desired)
                        .filter(implied -> implied.getClass().equals(part.getClass()))
                        .ifPresent(implied -> pieces.own(implied, OwnParts.named(implied, part.key()))));
        return pieces.catalog();
    }

    /**
     * Returns a catalog for a script that makes it on an empty database: parts are objects of their own too where the server has put a
     * number behind their name, which depends on what was there before.
     */
    public static Catalog said(Catalog catalog) {
        Pieces pieces = new Pieces(catalog);
        catalog.objects(Table.class)
                .flatMap(table -> table.implied().stream())
                .filter(object -> object instanceof Attachable part
                        && part.taken()
                                .filter(taken -> !chosen(part.on(), taken, "")
                                        .equals(part.key().name()))
                                .isPresent())
                .map(Attachable.class::cast)
                .toList()
                .forEach(part -> pieces.own(part, part));
        return pieces.catalog();
    }

    /** Returns the name under which the server will make a part on a partition of a catalog by itself. */
    static String next(Attachable part, Catalog catalog) {
        Set<String> relations = relations(part.on().schema(), catalog);
        Taken taken = part.taken().orElseThrow();
        String name = chosen(part.on(), taken, "");
        for (int number = 1; relations.contains(name); number++) {
            name = chosen(part.on(), taken, String.valueOf(number));
        }
        return name;
    }

    private static String chosen(ObjectKey partition, Taken taken, String number) {
        return AutomaticNames.index(partition.name(), taken.columns(), taken.word() + number);
    }

    private static Set<String> relations(String schema, Catalog catalog) {
        Set<String> names = new HashSet<>();
        for (ObjectKey key : catalog.keys()) {
            if (key.schema().equals(schema)) {
                switch (key.kind()) {
                    case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, COMPOSITE, SEQUENCE, INDEX, CONSTRAINT ->
                        names.add(key.name());
                    default -> {
                        // It is no relation.
                    }
                }
            }
        }
        catalog.objects(Table.class)
                .filter(table -> table.key().schema().equals(schema))
                .flatMap(table -> table.implied().stream())
                .forEach(part -> names.add(part.key().name()));
        return names;
    }

    /** The parts of a catalog that become objects of their own. */
    private static final class Pieces {
        private final Catalog catalog;
        private final Map<ObjectKey, Table> tables = new TreeMap<>();
        private final List<Attachable> parts = new ArrayList<>();
        private final Set<ObjectKey> names = new TreeSet<>();

        Pieces(Catalog catalog) {
            this.catalog = catalog;
        }

        void own(Attachable implied, Attachable own) {
            Optional<Table> table = catalog.find(implied.on(), Table.class);
            ObjectKey relation =
                    ObjectKey.of(ObjectKind.INDEX, own.key().schema(), own.key().name());
            if (table.isEmpty() || catalog.contains(own.key()) || catalog.contains(relation) || !names.add(relation)) {
                return;
            }
            List<SchemaObject> others = new ArrayList<>(
                    tables.getOrDefault(implied.on(), table.get()).implied());
            others.remove(implied);
            tables.put(implied.on(), table.get().implying(others));
            parts.add(own);
        }

        Catalog catalog() {
            if (parts.isEmpty()) {
                return catalog;
            }
            List<SchemaObject> objects = new ArrayList<>(tables.values());
            parts.forEach(part -> objects.add((SchemaObject) part));
            Catalog.Builder builder = catalog.copiedWith(objects);
            parts.forEach(part -> {
                builder.dependency(part.key(), part.on());
                // What an index needs, the same one of a partition needs as well: operator classes, functions, columns.
                catalog.dependencies(part.taken().orElseThrow().by())
                        .forEach(needed -> builder.dependency(part.key(), ofPartition(needed, part)));
            });
            return builder.build();
        }

        private ObjectKey ofPartition(ObjectKey needed, Attachable part) {
            ObjectKey whole = catalog.find(part.taken().orElseThrow().by())
                    .map(Attachable.class::cast)
                    .map(Attachable::on)
                    .orElseThrow();
            return needed.kind() == ObjectKind.COLUMN
                            && needed.path().subList(0, 2).equals(whole.path())
                    ? part.on().child(ObjectKind.COLUMN, needed.name())
                    : needed;
        }
    }
}
