// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Publication;
import dev.plumbline.catalog.Rule;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.plan.Batch;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a column that stands beside the others for a while can be filled in batches, so that nobody notices: by which key, or
 * what is in the way.
 */
public final class BatchTable {
    /** An UPDATE of any column; one with OF fires for those that it names, and what stands beside is none of them. */
    private static final Pattern ON_UPDATE = Pattern.compile("\\bUPDATE\\b(?! OF )");

    private final ObjectKey table;
    private final ObjectKey column;
    private final Scene scene;
    private final Catalog actual;

    /**
     * Asks for one column.
     *
     * @param column the column that comes or changes; the key may have it, as it is until the end
     */
    public BatchTable(ObjectKey table, ObjectKey column, Scene scene) {
        this.table = table;
        this.column = column;
        this.scene = scene;
        this.actual = scene.actual();
    }

    /** Returns what is in the way, as a clause for people; empty where nothing is. */
    public Optional<String> obstacle() {
        if (isRelated()) {
            return Optional.of(table + " is partitioned, a partition, or inherits");
        }
        Optional<Trigger> trigger = actual.children(table).stream()
                .flatMap(key -> actual.find(key, Trigger.class).stream())
                .filter(BatchTable::firesOnUpdate)
                .findFirst();
        if (trigger.isPresent()) {
            return Optional.of(trigger.get().key() + " would fire for every row");
        }
        if (actual.children(table).stream()
                .anyMatch(key -> actual.find(key, Rule.class).isPresent())) {
            return Optional.of(table + " has rules");
        }
        if (isPublished(table, actual)) {
            return Optional.of(table + " is published, and subscribers would miss the column that stands beside it");
        }
        return key().isEmpty()
                ? Optional.of(table + " has no primary key, and no other unique key of columns that are never null")
                : Optional.empty();
    }

    private boolean isRelated() {
        return Stream.of(actual, scene.desired())
                .anyMatch(catalog -> catalog.find(table, Table.class)
                                .filter(own -> own.partitioning().isPresent()
                                        || own.partitionOf().isPresent()
                                        || !own.inherits().isEmpty()
                                        || own.ofType().isPresent())
                                .isPresent()
                        || catalog.dependents(table).stream()
                                .flatMap(key -> catalog.find(key, Table.class).stream())
                                .anyMatch(other -> other.inherits().contains(table)));
    }

    /** Returns whether what is written to a table is sent to subscribers. */
    static boolean isPublished(ObjectKey table, Catalog catalog) {
        return catalog.objects(Publication.class).anyMatch(publication -> publishes(publication, table));
    }

    /** Returns whether a publication has a table. */
    static boolean publishes(Publication publication, ObjectKey table) {
        return publication.allTables()
                || publication.schemas().contains(table.schema())
                || publication.tables().stream().anyMatch(part -> part.table().equals(Sql.of(table)));
    }

    private static boolean firesOnUpdate(Trigger trigger) {
        String name = Sql.name(trigger.key().name()) + " ";
        int behind = trigger.definition().indexOf(name) + name.length();
        String events = trigger.definition()
                .substring(behind, Math.max(behind, trigger.definition().indexOf(" ON ", behind)));
        boolean own = Scaffold.computes(trigger.key().name());
        return !own
                && !trigger.enabled().equals("D")
                && ON_UPDATE.matcher(events).find();
    }

    /** Returns the columns to go by, those of the primary key if it has one; none where there is no key. */
    private List<Batch.Column> key() {
        return BatchKey.of(table, actual)
                .filter(key ->
                        scene.isUntouched(key.key()) && key.columns().stream().allMatch(this::isSure))
                .findFirst()
                .map(key -> key.inBatches(actual))
                .orElse(List.of());
    }

    /** Returns whether the batches go by a column, among others. */
    boolean has(String name) {
        return key().stream().anyMatch(part -> part.name().equals(Sql.name(name)));
    }

    /** A column that is never null and stays as it is meanwhile. */
    private boolean isSure(String name) {
        ObjectKey key = table.child(ObjectKind.COLUMN, name);
        return actual.find(key, Column.class).filter(NotNull::isCertain).isPresent()
                && (key.equals(column) || scene.isStill(key) || changesLater(key));
    }

    /** A column of the key that changes its type does so after those that need the key. */
    private boolean changesLater(ObjectKey key) {
        return scene.isInUse(table)
                && scene.recreation().altered().containsKey(key)
                && scene.desired()
                        .find(key, Column.class)
                        .filter(NotNull::isCertain)
                        .isPresent();
    }

    /** Returns whether there are columns to go by. */
    public boolean hasKey() {
        return !key().isEmpty();
    }

    /** Returns the batches that set what stands beside; only where there is no obstacle. */
    public Batch batch(String beside, String value, String pending) {
        return batch(Sql.name(beside) + " = " + value, pending);
    }

    /** Returns the batches of an UPDATE that sets what is said. */
    public Batch batch(String set, String pending) {
        return new Batch(table, key(), "UPDATE " + Sql.of(table) + " SET " + set, pending, Batch.TARGET);
    }
}
