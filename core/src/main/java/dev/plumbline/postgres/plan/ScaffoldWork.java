// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.plan.UnfinishedWork;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.ScaffoldColumns;
import dev.plumbline.postgres.technique.TwoForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that techniques have standing in a catalog, put together by the plan that it is of: what the next plan takes down, and what
 * still serves until it is over: the trigger that computes columns from others which are to go, what stepped aside for its successor.
 */
final class ScaffoldWork {
    private final Catalog catalog;

    ScaffoldWork(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the works, by what they are about. */
    List<UnfinishedWork> all() {
        List<UnfinishedWork> works = new ArrayList<>();
        catalog.objects().stream().filter(this::isPart).forEach(part -> works.add(joined(part, works)));
        // These are not there by chance, and not for long either: they are told by themselves.
        TwoForms.in(catalog).forEach(forms -> {
            SortedSet<ObjectKey> parts = new TreeSet<>(forms.known().parts());
            parts.addAll(forms.indexes(catalog));
            works.add(new UnfinishedWork(new TreeSet<>(List.of(forms.table())), parts, Optional.of(forms.known())));
        });
        return works.stream()
                .sorted((one, other) ->
                        one.about().first().compareTo(other.about().first()))
                .toList();
    }

    private boolean isPart(SchemaObject object) {
        return switch (object) {
            case Trigger trigger ->
                Scaffold.isOfValues(trigger.key().name()) || ScaffoldColumns.isLeft(trigger, catalog);
            case Routine routine -> isServing(routine) || ScaffoldColumns.isLeft(routine, catalog);
            case Index index ->
                Scaffold.isAside(index.key().name()) || Scaffold.isKey(index) || ScaffoldColumns.isLeft(index, catalog);
            case Constraint constraint ->
                Scaffold.proves(constraint, catalog) || ScaffoldColumns.isLeft(constraint, catalog);
            default -> ScaffoldColumns.isLeft(object, catalog);
        };
    }

    private boolean isServing(Routine routine) {
        String name = Signatures.name(routine.key().name());
        return Scaffold.isAside(name)
                || (Scaffold.isOfValues(name)
                        && routine.result().equals("trigger")
                        && catalog.dependents(routine.key()).stream()
                                .allMatch(
                                        key -> catalog.find(key, Trigger.class).isPresent()));
    }

    /** Returns the work that a part is of, with all that is of the same, which is taken out of the works so far. */
    private UnfinishedWork joined(SchemaObject part, List<UnfinishedWork> works) {
        SortedSet<ObjectKey> about = about(part);
        SortedSet<ObjectKey> parts = new TreeSet<>(List.of(part.key()));
        for (UnfinishedWork work : List.copyOf(works)) {
            if (work.about().stream().anyMatch(about::contains)) {
                about.addAll(work.about());
                parts.addAll(work.parts());
                works.remove(work);
            }
        }
        return new UnfinishedWork(about, parts);
    }

    /** Returns what the plan changes: the whole that a part is of, and for what stands alone what uses it or has its name. */
    private SortedSet<ObjectKey> about(SchemaObject part) {
        SortedSet<ObjectKey> about = new TreeSet<>();
        part.parent().ifPresent(about::add);
        if (part instanceof Column column) {
            catalog.dependencies(column.key()).stream()
                    .flatMap(key -> catalog.find(key, EnumType.class).stream())
                    .forEach(type -> about.addAll(about(type)));
        }
        if (about.isEmpty()) {
            catalog.dependents(part.key()).stream()
                    .flatMap(key -> catalog.find(key).stream())
                    .flatMap(user -> user.parent().stream())
                    .map(this::whole)
                    .forEach(about::add);
            named(part).ifPresent(about::add);
        }
        if (about.isEmpty()) {
            about.add(part.key());
        }
        return about;
    }

    private ObjectKey whole(ObjectKey key) {
        return catalog.find(key).flatMap(SchemaObject::parent).map(this::whole).orElse(key);
    }

    /** Returns the object whose successor it is to be, or for which it stepped aside. */
    private Optional<ObjectKey> named(SchemaObject part) {
        return switch (part) {
            case EnumType type ->
                catalog.objects(EnumType.class)
                        .map(EnumType::key)
                        .filter(key -> key.schema().equals(type.key().schema())
                                && Scaffold.beside(key.name()).equals(type.key().name()))
                        .findFirst();
            case Routine routine ->
                catalog.objects(Routine.class)
                        .map(Routine::key)
                        .filter(key -> key.schema().equals(routine.key().schema())
                                && Scaffold.aside(Signatures.name(key.name()))
                                        .equals(Signatures.name(routine.key().name())))
                        .findFirst();
            default -> Optional.empty();
        };
    }
}
