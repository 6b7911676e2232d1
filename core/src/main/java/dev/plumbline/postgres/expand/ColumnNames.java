// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.SecondName;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.technique.ConcurrentIndexBuild;
import dev.plumbline.postgres.technique.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Columns that go by two names for a while, by a twin beside the column. */
final class ColumnNames implements SecondNames {
    @Override
    public List<SecondName> underWay(Catalog catalog) {
        return ColumnTwin.in(catalog).stream()
                .map(twin -> new SecondName(
                        new Change.Renamed(twin.from(), twin.to()),
                        twin.to(),
                        twin.parts(catalog),
                        twin.isComplete(catalog)))
                .toList();
    }

    @Override
    public Work give(Catalog begun, Catalog plain, Catalog renamed, List<Change.Renamed> renames) {
        Scene scene = TwinObstacles.sceneOf(plain);
        Set<ObjectKey> built = new HashSet<>();
        List<TwinWork> works = renames.stream()
                .map(rename -> given(rename, begun, renamed, scene, built))
                .toList();
        List<Action> back = works.reversed().stream()
                .flatMap(work -> work.undoing().stream())
                .toList();
        return new Work(inOrder(works, piece -> !piece.there()), back);
    }

    @Override
    public Work take(Catalog begun, Catalog plain, List<SecondName> names) {
        Scene scene = TwinObstacles.sceneOf(plain);
        Set<ObjectKey> built = new HashSet<>();
        List<TwinWork> works =
                names.stream().map(name -> standing(name, begun, scene, built)).toList();
        List<Action> there = works.reversed().stream()
                .map(work -> work.taking(begun.contains(work.twin().check())))
                .toList();
        return new Work(there, inOrder(works, TwinWork.Piece::there));
    }

    private static List<Action> inOrder(List<TwinWork> works, Predicate<TwinWork.Piece> which) {
        return works.stream()
                .flatMap(work -> work.pieces().stream())
                .filter(which)
                .sorted(Comparator.comparing(TwinWork.Piece::stage))
                .map(TwinWork.Piece::make)
                .toList();
    }

    private static TwinWork given(
            Change.Renamed rename, Catalog begun, Catalog renamed, Scene scene, Set<ObjectKey> built) {
        ColumnTwin twin = new ColumnTwin(rename.from(), rename.to());
        Column first = scene.actual().find(rename.from(), Column.class).orElseThrow();
        TwinObstacles obstacles = new TwinObstacles(twin, first, scene);
        obstacles.obstacle().ifPresent(why -> {
            throw PostgresSecondNames.refused(rename, why);
        });
        Column second = renamed.find(rename.to(), Column.class).orElseThrow();
        Optional<String> steady = obstacles.steady();
        TwinTrigger trigger = new TwinTrigger(twin, second.type(), steady, obstacles.hasOtherTriggers());
        List<String> column = new ArrayList<>(added(second));
        steady.ifPresent(expression -> column.add(ColumnStatements.set(
                new ColumnDefault(new ObjectKey(ObjectKind.DEFAULT, second.key().path()), second.key(), expression),
                false)));
        Statements statements = new Statements(GapFinder.between(scene.actual(), renamed));
        renamed.children(second.key()).stream()
                .flatMap(key -> renamed.find(key, Grant.class).stream())
                .forEach(grant -> column.addAll(statements.create(grant)));
        column.addAll(trigger.create());
        List<TwinWork.Built> indexes = scene.actual().dependents(rename.from()).stream()
                .flatMap(key -> index(key, renamed).stream())
                .filter(index -> built.add(index.key()))
                .toList();
        return new TwinWork(
                twin, begun, List.of(trigger.createFunction()), column, obstacles.batches(), trigger.keys(), indexes);
    }

    /** The first column has the constraints, which hold for the second one as it is the same. */
    private static List<String> added(Column column) {
        return ColumnStatements.add(
                column.withNotNull(false, Optional.empty(), List.of()).withValue(new ColumnValue.Given()),
                Optional.empty());
    }

    /** Returns what an index or key becomes for the second column; {@code renamed} has it in terms of that. */
    private static Optional<TwinWork.Built> index(ObjectKey key, Catalog renamed) {
        String name = Scaffold.names(key.name());
        ObjectKey beside = ObjectKey.of(ObjectKind.INDEX, key.schema(), name);
        Optional<String> ofIndex = renamed.find(key, Index.class)
                .filter(Index::valid)
                .map(index -> ConcurrentIndexBuild.build(index, name));
        // The key itself is checked when the transaction ends, which an index cannot wait for.
        Optional<String> ofKey = renamed.find(key, Constraint.class)
                .filter(KeyIndex::isOf)
                .map(constraint -> KeyIndex.isDeferrable(constraint)
                        ? new KeyIndex(constraint).build(name).replaceFirst("^CREATE UNIQUE ", "CREATE ")
                        : new KeyIndex(constraint).build(name));
        return ofIndex.or(() -> ofKey).map(sql -> new TwinWork.Built(beside, sql));
    }

    /** Returns what stands there, in the words of the catalog: so it is what it was when it is made again. */
    private static TwinWork standing(SecondName name, Catalog begun, Scene scene, Set<ObjectKey> built) {
        ColumnTwin twin = new ColumnTwin(name.rename().from(), name.rename().to());
        Statements statements = new Statements(GapFinder.between(scene.actual(), begun));
        List<String> function = made(
                Stream.concat(Stream.of(twin.functionKey()), begun.descendants(twin.functionKey()).stream()),
                begun,
                statements);
        List<ObjectKey> triggers = name.parts().stream()
                .filter(key -> begun.find(key, Trigger.class).isPresent())
                .toList();
        List<String> column =
                new ArrayList<>(added(begun.find(twin.to(), Column.class).orElseThrow()));
        column.addAll(made(Stream.concat(begun.descendants(twin.to()).stream(), triggers.stream()), begun, statements));
        List<TwinWork.Built> indexes = name.parts().stream()
                .flatMap(key -> begun.find(key, Index.class).stream())
                // One over two such columns is part of both.
                .filter(index -> built.add(index.key()))
                .map(index -> new TwinWork.Built(
                        index.key(),
                        ConcurrentIndexBuild.build(index, index.key().name())))
                .toList();
        Column first = scene.actual().find(twin.from(), Column.class).orElseThrow();
        return new TwinWork(
                twin, begun, function, column, new TwinObstacles(twin, first, scene).batches(), triggers, indexes);
    }

    private static List<String> made(Stream<ObjectKey> keys, Catalog catalog, Statements statements) {
        return keys.flatMap(key -> statements.create(catalog.object(key)).stream())
                .toList();
    }
}
