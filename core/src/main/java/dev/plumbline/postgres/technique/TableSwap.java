// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.CreationPrivileges;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.SequenceMove;
import dev.plumbline.postgres.change.TableBeside;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The short transaction in which a table that stands beside another, with all rows and indexes, takes its place. What goes with the
 * first table, or is dropped because of it, and is desired, is made again in the same step: nobody ever sees the table without its
 * policies, grants and triggers.
 */
final class TableSwap {
    private final TableBeside beside;
    private final ObjectKey table;
    private final Gap gap;
    private final Recreation recreation;
    private final PublishedTables publications;
    private final SortedSet<ObjectKey> tree;
    private final SortedSet<ObjectKey> all;

    /** The actions that become one, in their order. */
    private final List<Action> taken;

    /**
     * Creates one.
     *
     * @param actions the whole plan without it, in order
     */
    TableSwap(
            TableBeside beside,
            ObjectKey table,
            PublishedTables publications,
            Gap gap,
            Recreation recreation,
            List<Action> actions) {
        this.beside = beside;
        this.table = table;
        this.publications = publications;
        this.gap = gap;
        this.recreation = recreation;
        this.tree = beside.tree();
        this.all = own();
        boolean more = true;
        while (more) {
            more = false;
            for (ObjectKey key : recreation.dropped()) {
                if (!all.contains(key) && (needs(key, gap.actual().dependencies(key)) || isWithOne(key))) {
                    more |= add(key);
                }
            }
        }
        this.taken = actions.stream()
                .filter(action -> all.contains(action.object()) && action.mode() == TransactionMode.TOGETHER)
                .toList();
    }

    private boolean needs(ObjectKey key, List<ObjectKey> dependencies) {
        return dependencies.stream().anyMatch(need -> all.contains(need) && !need.equals(key));
    }

    private boolean isWithOne(ObjectKey key) {
        return gap.actual().object(key).parent().filter(all::contains).isPresent();
    }

    private boolean add(ObjectKey key) {
        boolean added = all.add(key);
        all.addAll(gap.actual().descendants(key));
        if (gap.desired().contains(key)) {
            all.addAll(gap.desired().descendants(key));
        }
        return added;
    }

    /** Returns the table and its partitions, with their parts, on either side. */
    SortedSet<ObjectKey> own() {
        SortedSet<ObjectKey> own = new TreeSet<>(tree);
        own.addAll(gap.actual().descendants(table));
        tree.forEach(part -> own.addAll(gap.desired().descendants(part)));
        return own;
    }

    /** Returns the actions that are done in one. */
    List<Action> taken() {
        return taken;
    }

    /** Returns what is in the way, as a clause for people; empty where nothing is. */
    Optional<String> obstacle() {
        return taken.stream()
                .filter(action -> !isReplaced(action) && !isDrop(action))
                .filter(action -> (action.timeouts().equals(Timeouts.LONG) && !isUnchecked(action))
                        || action.object().kind() == ObjectKind.MATERIALIZED_VIEW
                        || (action.object().kind() == ObjectKind.PUBLICATION && !publications.isOne(action.object())))
                .findFirst()
                .map(action -> action.object() + " would be made again while nobody can use the table")
                .or(() -> taken.stream()
                        .filter(action -> isPartOfPartition(action) && reads(action))
                        .filter(action -> action.statements().stream().anyMatch(this::namesTable))
                        .findFirst()
                        .map(action -> action.object() + " is bound to what has another name meanwhile"));
    }

    private static boolean isUnchecked(Action action) {
        return action.statements().stream().allMatch(statement -> statement.endsWith(" NOT VALID"));
    }

    private boolean namesTable(String statement) {
        return !statement.contains(" PARTITION OF ") && statement.contains(Sql.of(table) + " ");
    }

    private boolean isDrop(Action action) {
        return action.verb() == Verb.DROP && action.object().equals(table);
    }

    private Optional<ObjectKey> owner(Action action) {
        return tree.contains(action.object())
                ? Optional.of(action.object())
                : gap.desired()
                        .find(action.object())
                        .flatMap(SchemaObject::parent)
                        .flatMap(this::relation);
    }

    private Optional<ObjectKey> relation(ObjectKey key) {
        return tree.contains(key)
                ? Optional.of(key)
                : gap.desired().find(key).flatMap(SchemaObject::parent).flatMap(this::relation);
    }

    /** What reads the rows, or decides which rows there may be. */
    private static boolean reads(Action action) {
        return switch (action.object().kind()) {
            case TABLE, COLUMN, DEFAULT, INDEX, CONSTRAINT -> action.verb() == Verb.CREATE;
            default -> false;
        };
    }

    private boolean isPartOfPartition(Action action) {
        return owner(action).filter(owner -> !owner.equals(table)).isPresent();
    }

    /** Returns whether what an action makes stands already when the tables change places. */
    private boolean isReplaced(Action action) {
        boolean kept = action.verb() != Verb.DROP && isOwnedSequence(action.object());
        return kept || (owner(action).isPresent() && reads(action));
    }

    private boolean isOwnedSequence(ObjectKey key) {
        return key.kind() == ObjectKind.SEQUENCE
                && SequenceMove.table(gap.desired().find(key, Sequence.class))
                        .filter(table::equals)
                        .isPresent();
    }

    /** Returns what makes the partitions with their parts, as those of the table that stands beside. */
    List<String> early() {
        List<String> sql = new ArrayList<>();
        for (Action action : taken) {
            if (isPartOfPartition(action) && reads(action)) {
                Optional<Table> partition = gap.desired().find(action.object(), Table.class);
                action.statements()
                        .forEach(statement -> sql.add(partition
                                .map(part -> beside.partitioned(statement, part))
                                .orElse(statement)));
            }
        }
        return sql;
    }

    /** Returns the one action. */
    Action action(CopyTrigger trigger, ObjectKey after) {
        Action.Builder action = Action.of(Verb.CREATE, table)
                .because("the table beside " + table + " takes its place, with every row")
                .follows(List.of(after));
        int drop = 0;
        while (!isDrop(taken.get(drop))) {
            drop++;
        }
        List<Action> before = taken.subList(0, drop).stream()
                .filter(each -> !publications.isOne(each.object()))
                .toList();
        Predicate<Action> unlocking = each -> each.object().kind() != ObjectKind.CONSTRAINT;
        // A query holds a view when it comes to the table: views go before the table is locked.
        before.stream().filter(unlocking).forEach(each -> action.sql(each.statements()));
        action.sql(lock()).sql(trigger.drop()).sql(handOver()).sql(beside.count(gap.actual()));
        before.stream().filter(unlocking.negate()).forEach(each -> action.sql(each.statements()));
        action.sql(taken.get(drop).statements()).sql(beside.rename()).sql(reset());
        taken.subList(drop + 1, taken.size()).stream()
                .filter(each -> !isReplaced(each))
                .forEach(each -> action.sql(statements(each)));
        for (Action each : taken) {
            action.achieves(each.achieves())
                    .releases(each.releases())
                    .awaits(each.awaits())
                    .follows(each.follows());
            each.hazards().stream().filter(hazard -> isStill(hazard, each)).forEach(action::hazard);
            if (!isDrop(each)) {
                each.loses().ifPresent(action::loses);
            }
        }
        return action.build();
    }

    /** A publication that stays is joined. */
    private List<String> statements(Action action) {
        if (!publications.isOne(action.object())) {
            return action.statements();
        }
        return action.verb() == Verb.CREATE ? publications.join(action.object()) : List.of();
    }

    private boolean isStill(Hazard hazard, Action action) {
        return !isReplaced(action) && !isDrop(action) && hazard != Hazard.DATA_DEPENDENT;
    }

    /** With the table go its foreign keys, and their triggers on the tables that they refer to. */
    private String lock() {
        SortedSet<ObjectKey> others = new TreeSet<>();
        Stream.concat(
                        gap.actual().dependents(table).stream(),
                        gap.actual().children(table).stream().flatMap(key -> gap.actual().dependents(key).stream()))
                .flatMap(key -> gap.actual().find(key, Constraint.class).stream())
                .filter(constraint ->
                        constraint.references().filter(table::equals).isPresent())
                .map(Constraint::on)
                // One that goes has gone by then.
                .filter(other -> !recreation.dropped().contains(other))
                .forEach(others::add);
        gap.actual().children(table).stream()
                .flatMap(key -> gap.actual().find(key, Constraint.class).stream())
                .flatMap(constraint -> constraint.references().stream())
                .forEach(others::add);
        others.remove(table);
        List<ObjectKey> order = new ArrayList<>(others);
        order.add(table);
        return TableStatements.lock(order, "ACCESS EXCLUSIVE");
    }

    /** What counts for the first table counts on for the second. */
    private List<String> handOver() {
        return gap.desired()
                .objects(Sequence.class)
                .filter(sequence -> isOwnedSequence(sequence.key()))
                .map(sequence -> "ALTER SEQUENCE " + Sql.of(sequence.key()) + " OWNED BY " + Sql.of(beside.key()) + "."
                        + Sql.name(sequence.ownedBy().orElseThrow().name()))
                .toList();
    }

    private List<String> reset() {
        return new CreationPrivileges(gap.actual(), gap.desired()).reset(table);
    }
}
