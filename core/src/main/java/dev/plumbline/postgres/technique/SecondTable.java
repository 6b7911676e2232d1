// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.Batch;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.TableBeside;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table in use that is to be partitioned gives its place to a second one: that is made beside it with its partitions, keys and indexes,
 * triggers carry over what is written, the rows that are there are copied in batches, and in one short transaction the second
 * table takes the name of the first, and what hangs on that is made on it. Rows that fit no partition stop the plan before anything
 * is done.
 */
public final class SecondTable {
    private final ObjectKey table;
    private final Gap gap;
    private final TableBeside beside;
    private final TableObstacles obstacles;
    private final TableSwap swap;

    private SecondTable(
            Table from, Table to, List<Action> actions, Gap gap, Recreation recreation, ActionWriter writer) {
        this.table = to.key();
        this.gap = gap;
        this.beside = new TableBeside(to, gap.desired());
        this.obstacles = new TableObstacles(from, to, gap, recreation, beside);
        this.swap = new TableSwap(
                beside,
                table,
                new PublishedTables(from, to, gap, recreation, beside),
                gap,
                recreation,
                Planner.inOrder(actions, gap, writer));
    }

    /** What becomes of the actions of a plan: they are woven anew, or there is a reason why they are not. */
    public record Result(List<Action> actions, Optional<String> obstacle) {}

    /** Returns the actions with the second table in place of those that drop the table and make it again. */
    public static Result woven(
            ObjectKey table, List<Action> actions, Gap gap, Recreation recreation, ActionWriter writer) {
        Catalog actual = gap.actual();
        Catalog desired = gap.desired();
        SecondTable second = new SecondTable(
                actual.find(table, Table.class).orElseThrow(),
                desired.find(table, Table.class).orElseThrow(),
                actions,
                gap,
                recreation,
                writer);
        Optional<String> obstacle =
                second.obstacles.first().or(second.swap::obstacle).or(second::unknownPlaces);
        if (obstacle.isPresent()) {
            return new Result(actions, obstacle);
        }
        List<Action> woven = new ArrayList<>(actions);
        woven.removeAll(second.swap.taken());
        woven.addAll(second.steps());
        return Planner.haveOrder(woven, gap, writer)
                ? new Result(woven, Optional.empty())
                : new Result(actions, Optional.of("other changes of the plan come in between"));
    }

    private UnplacedRows unplaced() {
        return new UnplacedRows(table, key(), gap.desired());
    }

    private List<Batch.Column> key() {
        return obstacles.found().orElseThrow().inBatches(gap.actual());
    }

    private Optional<String> unknownPlaces() {
        UnplacedRows unplaced = unplaced();
        return unplaced.areImpossible() || unplaced.fits().isPresent()
                ? Optional.empty()
                : Optional.of("not every row has its place among the partitions by hash");
    }

    private ObjectKey place(String what) {
        return table.child(ObjectKind.TABLE, what);
    }

    private List<Action> steps() {
        ObjectKey looked = place("looked");
        ObjectKey added = place("added");
        ObjectKey filled = place("filled");
        ObjectKey counted = place("counted");
        BatchKey placed = obstacles.placed().orElseThrow();
        CopyTrigger trigger = new CopyTrigger(
                table,
                beside.key(),
                beside.given(),
                obstacles.found().orElseThrow().columns(),
                placed.columns());
        List<Action> steps = new ArrayList<>();
        if (!unplaced().areImpossible()) {
            steps.add(Action.of(Verb.ALTER, table)
                    .because("a row that fits no partition stops the plan before anything is done")
                    .sql(unplaced().statements())
                    .achieves(looked)
                    .hazard(Hazard.DATA_DEPENDENT)
                    .inOwnTransaction()
                    .takesLong()
                    .build());
        }
        steps.add(Action.of(Verb.CREATE, beside.key())
                .because("PostgreSQL partitions no table that is there: one that is stands beside " + table
                        + ", and triggers carry over what is written")
                .sql(beside.create())
                .sql(swap.early())
                .sql(indexes())
                .sql(lock())
                .sql(beside.refer())
                .sql(trigger.create())
                .achieves(added)
                .follows(Set.of(looked))
                .follows(needed())
                .build());
        steps.add(Action.of(Verb.CONVERT, table)
                .because("the rows that were there before are copied; the hint wants them kept")
                .inBatches(batch(trigger, placed))
                .achieves(filled)
                .follows(Set.of(added))
                .hazard(Hazard.DATA_DEPENDENT)
                .build());
        steps.add(Action.of(Verb.ALTER, beside.key())
                .because(
                        "transactions that began before the last row was copied, and would not see it, come to their end;"
                                + " the rows are counted for the planner, which would know of none")
                .sql(RoutineReplacement.EARLIER_END, "ANALYZE " + Sql.of(beside.key()))
                .achieves(counted)
                .follows(Set.of(filled))
                .inOwnTransaction()
                .takesLong()
                .build());
        steps.add(swap.action(trigger, counted));
        return steps;
    }

    private List<String> indexes() {
        return beside.indexes().stream()
                .flatMap(index -> beside.build(index).orElseThrow().stream())
                .toList();
    }

    /** What would be locked bit by bit is locked at once, when all that takes its time is done. */
    private String lock() {
        SortedSet<ObjectKey> tables = beside.constraints(true).stream()
                .flatMap(foreign -> foreign.references().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        tables.add(table);
        return TableStatements.lock(tables, "SHARE ROW EXCLUSIVE");
    }

    /** What the plan makes or changes and the second table needs; what is of the table itself it brings. */
    private Set<ObjectKey> needed() {
        Set<ObjectKey> own = new TreeSet<>(swap.own());
        Set<ObjectKey> needed = new TreeSet<>();
        own.stream()
                .filter(key -> gap.desired().find(key).isPresent())
                .filter(key -> key.kind() != ObjectKind.TRIGGER && key.kind() != ObjectKind.POLICY)
                .forEach(key -> needed.addAll(gap.desired().dependencies(key)));
        beside.constraints(true).stream()
                .flatMap(foreign -> foreign.references().stream())
                .flatMap(to -> gap.desired().children(to).stream())
                .filter(key -> gap.desired().find(key, Constraint.class).isPresent())
                .forEach(needed::add);
        needed.removeAll(own);
        return needed;
    }

    /**
     * A row that is copied is locked until the batch is committed, so that who writes it then finds the copy; and where somebody
     * wrote it first, it is there already.
     */
    private Batch batch(CopyTrigger trigger, BatchKey placed) {
        String name = Sql.name(table.name());
        String there = placed.columns().stream()
                .map(Sql::name)
                .map(column -> "held." + column + " = " + name + "." + column)
                .collect(Collectors.joining(" AND "));
        return new Batch(
                table,
                key(),
                "INSERT INTO " + Sql.of(beside.key()) + " (" + trigger.names() + ") OVERRIDING SYSTEM VALUE SELECT "
                        + trigger.names() + " FROM " + Sql.of(table),
                "(SELECT 1 FROM " + Sql.of(beside.key()) + " AS held WHERE " + there + " LIMIT 1) IS NULL",
                Batch.TARGET,
                Optional.of("FOR SHARE ON CONFLICT DO NOTHING"));
    }
}
