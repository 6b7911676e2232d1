// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.Partitions;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.introspect.HashBounds;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.SqlTokens;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A check that says of a table what the server would otherwise read it for, under a lock that keeps everybody out. It holds
 * for new rows at once, is validated beside reads and writes, and goes when the server has made use of it (PostgreSQL
 * documentation, ALTER TABLE, ATTACH PARTITION).
 */
final class BoundsProof {
    private final ObjectKey table;
    private final String expression;
    private final Set<ObjectKey> leaving;

    private BoundsProof(ObjectKey table, String expression, Set<ObjectKey> leaving) {
        this.table = table;
        this.expression = expression;
        this.leaving = leaving;
    }

    /**
     * Returns the proof that a table's rows fit the bounds that it has on the desired side; absent where these are not known, or
     * are about columns that the plan changes, or such that no check says as much to the server.
     */
    static Optional<BoundsProof> of(ObjectKey table, Scene scene) {
        return scene.desired()
                .find(table, Table.class)
                .flatMap(Table::partitionConstraint)
                .flatMap(text -> of(table, text, scene));
    }

    /** Returns the proof that a default partition has no rows of those that come beside it; absent as above. */
    static Optional<BoundsProof> beside(ObjectKey table, Collection<ObjectKey> coming, Scene scene) {
        List<String> bounds = coming.stream()
                .flatMap(key -> scene.desired().find(key, Table.class).stream())
                .flatMap(partition -> OwnBounds.of(partition, scene.desired()).stream())
                .map(own -> "(NOT " + own + ")")
                .toList();
        return bounds.size() < coming.size() ? Optional.empty() : of(table, String.join(" AND ", bounds), scene);
    }

    private static Optional<BoundsProof> of(ObjectKey table, String expression, Scene scene) {
        Set<String> words = Set.copyOf(SqlTokens.words(expression));
        List<Column> named = scene.desired().children(table).stream()
                .flatMap(key -> scene.desired().find(key, Column.class).stream())
                .filter(column -> words.contains(column.key().name()))
                .toList();
        return named.stream().allMatch(column -> isAsBefore(column, scene)) && HashBounds.areProvable(expression, named)
                ? Optional.of(new BoundsProof(table, expression, leaving(table, scene)))
                : Optional.empty();
    }

    /** A partition that leaves would take the check with it, as one of its own. */
    private static Set<ObjectKey> leaving(ObjectKey table, Scene scene) {
        return Partitions.all(table, scene.actual()).stream()
                .filter(before -> scene.desired()
                        .find(before.key(), Table.class)
                        .filter(after -> !parent(after).equals(parent(before)))
                        .isPresent())
                .map(before -> Passages.left(before.key()))
                .collect(Collectors.toSet());
    }

    private static Optional<ObjectKey> parent(Table partition) {
        return partition.partitionOf().map(PartitionOf::parent);
    }

    private static boolean isAsBefore(Column column, Scene scene) {
        return !scene.recreation().created().contains(column.key())
                && scene.recreation().swaps().stream()
                        .noneMatch(swap -> swap.columns().contains(column.key()))
                && scene.actual()
                        .find(column.key(), Column.class)
                        .filter(before -> !ColumnStatements.typeChanges(before, column))
                        .isPresent();
    }

    /** A place in the order under a key that no object has: the rows of a table are known to fit. */
    static ObjectKey proven(ObjectKey table) {
        return table.child(ObjectKind.TABLE, "proven");
    }

    /** Returns what puts up the check and validates it. */
    List<Action> actions(String reason) {
        String alter = "ALTER TABLE " + Sql.of(table);
        ObjectKey check = Scaffold.bounds(table);
        String name = Sql.name(check.name());
        ObjectKey unproven = table.child(ObjectKind.TABLE, "unproven");
        return List.of(
                Action.of(Verb.ALTER, table)
                        .because(reason)
                        .sql(alter + " ADD CONSTRAINT " + name + " CHECK (" + expression + ") NOT VALID")
                        .achieves(unproven)
                        .follows(leaving)
                        .build(),
                Action.of(Verb.ALTER, table)
                        .because("the rows that were there before are checked without blocking anyone")
                        .sql(alter + " VALIDATE CONSTRAINT " + name)
                        .achieves(proven(table))
                        .follows(Set.of(unproven))
                        .hazard(Hazard.DATA_DEPENDENT)
                        .inOwnTransaction()
                        .takesLong()
                        .build());
    }

    /** Returns what takes the check down. */
    String drop() {
        return "ALTER TABLE " + Sql.of(table) + " DROP CONSTRAINT "
                + Sql.name(Scaffold.bounds(table).name());
    }

    /** Returns the columns among the keys. */
    static Set<ObjectKey> columns(Set<ObjectKey> keys) {
        return keys.stream().filter(key -> key.kind() == ObjectKind.COLUMN).collect(Collectors.toSet());
    }
}
