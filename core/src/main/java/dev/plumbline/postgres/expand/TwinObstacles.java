// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.technique.BatchTable;
import dev.plumbline.postgres.technique.Scene;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a column can go by two names for a while, or what is in the way. */
final class TwinObstacles {
    private final ColumnTwin twin;
    private final Column column;
    private final Scene scene;
    private final Catalog plain;

    /**
     * Asks for one column.
     *
     * @param scene the catalog without second names, on both sides
     */
    TwinObstacles(ColumnTwin twin, Column column, Scene scene) {
        this.twin = twin;
        this.column = column;
        this.scene = scene;
        this.plain = scene.actual();
    }

    /** Returns what is in the way, as a clause for people; empty where nothing is. */
    Optional<String> obstacle() {
        if (column.table().kind() != ObjectKind.TABLE) {
            return Optional.of(column.table() + " has no rows of its own");
        }
        return new BatchTable(column.table(), twin.to(), scene)
                .obstacle()
                .or(this::value)
                .or(this::domain)
                .or(this::trigger);
    }

    private Optional<String> value() {
        if (column.value() instanceof ColumnValue.Generated) {
            return Optional.of("its values are generated, which a second column's cannot be from the same expression"
                    + " without writing the table anew");
        }
        return SteadyDefault.any(twin.from(), plain).isPresent() && steady().isEmpty() && !column.notNull()
                ? Optional.of(
                        "it may be null and has a default that gives another value each time: a NULL that is given"
                                + " under the second name could not be told from no value")
                : Optional.empty();
    }

    /** Returns the default, where it gives the same value however often it is evaluated in a statement. */
    Optional<String> steady() {
        return SteadyDefault.of(twin.from(), plain);
    }

    private Optional<String> domain() {
        return plain.dependencies(column.key()).stream()
                .filter(key -> plain.find(key, DomainType.class).isPresent())
                .findFirst()
                .map(domain -> "the server would check " + domain + " on every row while the table is locked");
    }

    private Optional<String> trigger() {
        for (Trigger trigger : triggers().toList()) {
            if (plain.dependencies(trigger.key()).contains(column.key())) {
                return Optional.of(trigger.key() + " asks for the column by its first name");
            }
            if (changesRows(trigger) && comesBefore(trigger, twin.first())) {
                return Optional.of(trigger.key() + " would fire before the two names have one value");
            }
            if (changesRows(trigger) && !comesBefore(trigger, twin.last())) {
                return Optional.of(trigger.key() + " would fire after the two names have one value");
            }
        }
        return Optional.empty();
    }

    private Stream<Trigger> triggers() {
        return plain.children(column.table()).stream().flatMap(key -> plain.find(key, Trigger.class).stream());
    }

    /** Returns whether another trigger may change the row before it is written. */
    boolean hasOtherTriggers() {
        return triggers().anyMatch(TwinObstacles::changesRows);
    }

    private static boolean changesRows(Trigger trigger) {
        String behind = trigger.definition()
                .substring(trigger.definition().indexOf(Sql.name(trigger.key().name()))
                        + Sql.name(trigger.key().name()).length());
        return behind.startsWith(" BEFORE ") && behind.contains(" FOR EACH ROW ");
    }

    private static boolean comesBefore(Trigger trigger, ObjectKey other) {
        return Arrays.compareUnsigned(bytes(trigger.key()), bytes(other)) < 0;
    }

    private static byte[] bytes(ObjectKey key) {
        return key.name().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the columns to go by; only where there is no obstacle. */
    BatchTable batches() {
        return new BatchTable(column.table(), twin.to(), scene);
    }

    /** Returns the scene of a catalog of which nothing changes. */
    static Scene sceneOf(Catalog plain) {
        Gap nothing = GapFinder.between(plain, plain);
        return new Scene(nothing, Recreation.of(nothing, new Statements(nothing), new Passages(nothing)), List.of());
    }
}
